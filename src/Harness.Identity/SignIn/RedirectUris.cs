using Harness.Contracts.Tenants;

namespace Harness.Identity.SignIn;

/// <summary>Compares redirect addresses: letter by letter, but for the port of a loopback address, which a client chooses as it starts.</summary>
internal static class RedirectUris
{
    public static bool IsRegistered(AppRegistration app, string redirectUri) =>
        app.RedirectUris.Any(registered => string.Equals(registered, redirectUri, StringComparison.Ordinal) || IsSameLoopback(registered, redirectUri));

    /// <summary>As v1 admin consent compares: further path segments may follow.</summary>
    public static bool IsRegisteredPrefix(AppRegistration app, string redirectUri) =>
        IsRegistered(app, redirectUri) || app.RedirectUris.Any(registered => redirectUri.StartsWith(registered.TrimEnd('/') + "/", StringComparison.Ordinal));

    private static bool IsSameLoopback(string registered, string sent) =>
        Uri.TryCreate(registered, UriKind.Absolute, out Uri? own)
        && Uri.TryCreate(sent, UriKind.Absolute, out Uri? other)
        && own.Scheme == Uri.UriSchemeHttp
        && own.IsLoopback
        && other.Scheme == own.Scheme
        && string.Equals(other.Host, own.Host, StringComparison.OrdinalIgnoreCase)
        && other.UserInfo.Length == 0
        && string.Equals(other.PathAndQuery, own.PathAndQuery, StringComparison.Ordinal)
        && other.Fragment.Length == 0;
}
