using Harness.Contracts;
using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary>The token service of a target's tenant, and no other tenant's.</summary>
internal static class MsalAuthority
{
    public const string PublicCloud = "https://login.microsoftonline.com";

    /// <summary>Ends in the target's tenant, so that a token for another one cannot come back.</summary>
    public static string Of(Target target)
    {
        string root = (target.Credentials.Text("authority") ?? PublicCloud).TrimEnd('/');
        return Uri.TryCreate(root, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps && address.AbsolutePath == "/"
            ? $"{root}/{target.TenantId:D}"
            : throw new HarnessException($"'{root}' is no token service", $"Write 'authority: {PublicCloud}', or leave it out");
    }

    public static string[] Scopes(string audience) => [$"{audience}/.default"];
}
