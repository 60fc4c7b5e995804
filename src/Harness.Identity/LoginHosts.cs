namespace Harness.Identity;

/// <summary>The hosts of the token service: one service under four names.</summary>
public static class LoginHosts
{
    public const string Primary = "login.microsoftonline.com";

    /// <summary>Issuer of v1 tokens.</summary>
    public const string V1Issuer = "sts.windows.net";

    /// <summary>Where the v2 discovery document has its user information; nothing else of it is served.</summary>
    public const string UserInfo = "graph.microsoft.com";

    public static IReadOnlyList<string> All { get; } = [Primary, "login.windows.net", "login.microsoft.com", V1Issuer];

    public static bool Contains(string host) => All.Contains(host, StringComparer.OrdinalIgnoreCase);
}
