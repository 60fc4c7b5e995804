namespace Harness.Drift.Credentials;

/// <summary>Gets an access token for an audience.</summary>
internal interface ITokenProvider : IAsyncDisposable
{
    bool CanRenew { get; }

    /// <summary>Null when there is none for that audience.</summary>
    Task<string?> Get(string audience, CancellationToken cancelled);

    /// <summary>Any token at all, to see whose tenant it belongs to before anything is sent; null when that takes an audience.</summary>
    Task<string?> Any(CancellationToken cancelled);
}
