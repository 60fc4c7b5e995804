using System.Text.RegularExpressions;

namespace Harness.Mock.Journal;

/// <summary>Takes the secrets out of what the journal shows: cookie values, tokens, digests, passwords, codes and keys.</summary>
internal static partial class SecretMask
{
    public const string Mask = "***";

    private static readonly HashSet<string> SecretHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "Authentication", "X-XSRF-TOKEN", "X-RequestDigest", "AjaxSessionKey", "X-CSRF-Token", "RequestVerificationToken",
        "x-ms-client-principal-token", "api-key", "Ocp-Apim-Subscription-Key", "Webhook-AuthID",
    };

    public static string Header(string name, string value)
    {
        if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
        {
            return CookiePair().Replace(value, $"${{name}}={Mask}");
        }

        if (name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
        {
            return FirstCookiePair().Replace(value, $"${{name}}={Mask}");
        }

        if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && value.Contains(' ', StringComparison.Ordinal))
        {
            return string.Concat(value.AsSpan(0, value.IndexOf(' ', StringComparison.Ordinal) + 1), Mask);
        }

        return SecretHeaders.Contains(name) ? Mask : Text(value);
    }

    public static string QueryValue(string name, string value) => SecretName().IsMatch(name) ? Mask : Text(value);

    /// <summary>A body, or any other free text.</summary>
    public static string Text(string text)
    {
        string masked = Jwt().Replace(text, Mask);
        masked = JsonSecret().Replace(masked, $"${{key}}\"{Mask}\"");
        masked = FormSecret().Replace(masked, $"${{key}}{Mask}");
        return Digest().Replace(masked, Mask);
    }

    [GeneratedRegex("(?<name>[^=;\\s]+)=[^;]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CookiePair();

    [GeneratedRegex("^(?<name>[^=;\\s]+)=[^;]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstCookiePair();

    [GeneratedRegex("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Jwt();

    [GeneratedRegex("0x[0-9A-F]{64,},[^\"<&]{20,40}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();

    [GeneratedRegex("(?i)(password|passwd|secret|token|assertion|code_verifier|digest|sas$|^sig$|^code$|apikey|api_key|session)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex("""(?i)(?<key>"[^"]{0,60}(password|passwd|secret|token|assertion|device_code|formdigestvalue|armauthorizationheader|apikey|sharedkey|privatekey)[^"]{0,20}"\s*:\s*)"([^"\\]|\\.)*("|$)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonSecret();

    [GeneratedRegex("(?i)(?<key>(^|[&?#])(password|passwd|client_secret|refresh_token|access_token|client_assertion|assertion|code|code_verifier|device_code|id_token)=)[^&\\s]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormSecret();
}
