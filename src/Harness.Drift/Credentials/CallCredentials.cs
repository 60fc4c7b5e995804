namespace Harness.Drift.Credentials;

/// <summary>What one call carries besides its address. Secrets: never written anywhere.</summary>
/// <param name="Cookie">The whole Cookie header; empty for none.</param>
public sealed record CallCredentials(IReadOnlyList<KeyValuePair<string, string>> Headers, string Cookie, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    public static readonly CallCredentials None = new([], "", []);

    // A record would print its members, and these must reach no log.
    public override string ToString() => $"{Headers.Count} headers, {(Cookie.Length > 0 ? "cookies" : "no cookies")}";
}
