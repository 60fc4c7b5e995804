namespace Harness.Drift.Credentials;

/// <summary>One cookie of a stored session.</summary>
/// <param name="Domain">With a leading dot when it also goes to subdomains.</param>
/// <param name="ExpiresAt">Null for a cookie that lives as long as the browser.</param>
internal sealed record StoredCookie(string Name, string Value, string Domain, string Path, DateTimeOffset? ExpiresAt)
{
    public bool GoesTo(string host) => Domain.StartsWith('.')
        ? host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) || host.Equals(Domain[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(Domain, StringComparison.OrdinalIgnoreCase);

    public bool GoesTo(string host, string path) => GoesTo(host) && (Path == "/" || path.StartsWith(Path, StringComparison.Ordinal));

    public override string ToString() => $"{Name} of {Domain}";
}
