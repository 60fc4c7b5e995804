namespace Harness.Contracts.Operations;

/// <summary>The parts of a server address as specifications write it, variables and all.</summary>
/// <param name="Host">Without port; empty for an address relative to the document.</param>
/// <param name="BasePath">Without a trailing slash; empty for none.</param>
internal sealed record ServerUrl(string Host, string BasePath)
{
    public static ServerUrl Parse(string url)
    {
        string text = url.Trim();
        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return new ServerUrl("", Base(text));
        }

        string rest = text[(scheme + 3)..];
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string authority = slash < 0 ? rest : rest[..slash];
        int port = authority.LastIndexOf(':');
        return new ServerUrl(port < 0 ? authority : authority[..port], slash < 0 ? "" : Base(rest[slash..]));
    }

    /// <summary>The same for every choice of variable names, so that two spellings of a host can be compared.</summary>
    public static string WithoutNames(string host)
    {
        int open = host.IndexOf('{', StringComparison.Ordinal);
        int close = open < 0 ? -1 : host.IndexOf('}', open);
        return close < 0 ? host.ToLowerInvariant() : $"{host[..open].ToLowerInvariant()}{{}}{WithoutNames(host[(close + 1)..])}";
    }

    private static string Base(string path)
    {
        string trimmed = path.TrimEnd('/');
        return trimmed.Length == 0 || trimmed.StartsWith('/') ? trimmed : "/" + trimmed;
    }
}
