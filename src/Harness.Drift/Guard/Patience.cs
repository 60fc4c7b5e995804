namespace Harness.Drift.Guard;

/// <summary>How long one call may take; lent by a <see cref="PatiencePool"/>, and given back when it is disposed of.</summary>
internal readonly struct Patience(PatiencePool pool, CancellationTokenSource source, CancellationTokenRegistration outer) : IDisposable
{
    public CancellationToken Token => source.Token;

    // First the registration: it waits for a cancellation that is under way, which must not hit the next call.
    public void Dispose()
    {
        outer.Dispose();
        pool.Return(source);
    }
}
