namespace Harness.Mock.Sessions;

/// <summary>What calls to one host need.</summary>
internal sealed record HostCredentials(
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> WriteHeaders,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Cookies)
{
    /// <summary>Whether a client could tell them apart; request ids differ between any two calls and do not count.</summary>
    public bool IsLike(HostCredentials other) =>
        IsLike(Headers, other.Headers) && IsLike(WriteHeaders, other.WriteHeaders) && IsLike(Query, other.Query);

    private static bool IsLike(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(e => other.TryGetValue(e.Key, out string? value)
            && (string.Equals(value, e.Value, StringComparison.Ordinal) || (Guid.TryParse(value, out _) && Guid.TryParse(e.Value, out _))));
}
