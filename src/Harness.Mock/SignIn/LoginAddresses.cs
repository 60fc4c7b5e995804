using System.Collections.Frozen;
using Harness.Contracts.Operations;

namespace Harness.Mock.SignIn;

/// <summary>The hosts where people and programs sign in. No family declares them, and the server answers on them all the same.</summary>
internal static class LoginAddresses
{
    /// <summary>Where portals send a browser.</summary>
    public const string SignInHost = "login.microsoftonline.com";

    public static readonly IReadOnlyList<HostPattern> Hosts =
        [.. new[] { SignInHost, "login.windows.net", "login.microsoft.com", "sts.windows.net" }.Select(HostPattern.Parse)];

    private static readonly FrozenSet<string> Names = Hosts.Select(h => h.Text).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="host">Lower case, without port.</param>
    public static bool Has(string host) => Names.Contains(host);
}
