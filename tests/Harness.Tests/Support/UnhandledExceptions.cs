using System.Collections.Concurrent;
using System.Diagnostics;

namespace Harness.Tests.Support;

/// <summary>Hears of every exception that a request let escape to the web server, in any server of this process.</summary>
internal sealed class UnhandledExceptions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Escaped = "Microsoft.AspNetCore.Hosting.UnhandledException";

    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly ConcurrentQueue<string> _seen = new();

    public UnhandledExceptions() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public IReadOnlyCollection<string> Seen => _seen;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore")
        {
            _subscriptions.Add(value.Subscribe(this, name => name == Escaped));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: Escaped, Value: { } payload })
        {
            _seen.Enqueue($"{payload.GetType().GetProperty("exception")?.GetValue(payload) ?? payload}");
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (IDisposable subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }
}
