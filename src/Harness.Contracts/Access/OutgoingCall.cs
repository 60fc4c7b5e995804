namespace Harness.Contracts.Access;

/// <summary>A call being prepared: requirements add what they need.</summary>
public sealed class OutgoingCall(string method, string host, string path)
{
    public string Method { get; } = method;

    /// <summary>Concrete host, templates filled.</summary>
    public string Host { get; } = host;

    /// <summary>Concrete path, or a template when credentials are asked for before the path is known.</summary>
    public string Path { get; } = path;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Query { get; } = new(StringComparer.OrdinalIgnoreCase);
}
