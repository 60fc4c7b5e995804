namespace Harness.Identity.Endpoints;

/// <summary>Where an endpoint is, and what it may be called with.</summary>
/// <param name="Path">Segments; <c>*</c> stands for any one, the tenant's name as a rule.</param>
/// <param name="Verbs">As the refusal of others names them: <c>POST</c>, <c>GET, OPTIONS</c>.</param>
internal sealed record LoginRoute(string Path, string Verbs, ILoginEndpoint Endpoint)
{
    private readonly string[] _segments = Path.Split('/');

    /// <summary>As a journal names it.</summary>
    public string Template { get; } = "/" + (Path.StartsWith("*/", StringComparison.Ordinal) ? "{tenant}" + Path[1..] : Path).Replace("userrealm/*", "userrealm/{user}", StringComparison.Ordinal);

    public bool Matches(IReadOnlyList<string> segments)
    {
        if (segments.Count != _segments.Length)
        {
            return false;
        }

        for (int i = 0; i < _segments.Length; i++)
        {
            if (_segments[i] != "*" && !string.Equals(_segments[i], segments[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    public bool Takes(string method) =>
        Verbs.Split(", ").Contains(method == "HEAD" ? "GET" : method, StringComparer.OrdinalIgnoreCase);
}
