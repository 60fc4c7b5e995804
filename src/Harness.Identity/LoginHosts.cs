namespace Harness.Identity;

/// <summary>The hosts of the token service: one service under four names.</summary>
public static class LoginHosts
{
    public const string Primary = "login.microsoftonline.com";

    /// <summary>Issuer of v1 tokens.</summary>
    public const string V1Issuer = "sts.windows.net";

    public static IReadOnlyList<string> All { get; } = [Primary, "login.windows.net", "login.microsoft.com", V1Issuer];

    public static bool Contains(string host) => All.Contains(host, StringComparer.OrdinalIgnoreCase);
}
