namespace Harness.Stubs.Leaks;

/// <summary>What a scan looks for. Written apart from the sanitizer's rules on purpose: what one forgot the other should not forget too.</summary>
internal static class LeakPatterns
{
    private const string Quote = """\\*["']""";

    private const string SecretNames =
        "password|passwd|pwd|passphrase|(?:client|app|application|shared|webhook)[-_]?secret|secret|secretText|access_?[tT]oken|refresh_?[tT]oken|id_?[tT]oken|client_assertion|api[-_]?[kK]ey|(?:account|access|shared|primary|secondary|master|function)[-_]?[kK]ey|"
        + "private[-_]?[kK]ey|connection[-_]?[sS]tring|sas[-_]?[tT]oken|temporaryAccessPass|recovery[kK]ey|hubTenantToken|downstreamToken|FormDigestValue|X-RequestDigest|X-XSRF-TOKEN|XSRF-TOKEN|__RequestVerificationToken|apiCanary|canary|flowToken|sessionToken|authHeader|ocp-apim-subscription-key|x-functions-key|aeg-sas-key|aeg-sas-token";

    public static readonly IReadOnlyList<LeakPattern> All =
    [
        new("a signed token", @"(?<![A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)*)", LeakScope.Credentials, "eyJ", MakeBelieve.IsToken),
        new("a refresh token or authorization code", @"(?<![A-Za-z0-9.])([01]\.A[A-Za-z0-9_-]{24,})", LeakScope.Credentials, ".A", MakeBelieve.IsSecret),
        new("a client secret", @"([A-Za-z0-9_.~-]{3}[78]Q~[A-Za-z0-9_.~-]{30,})", LeakScope.Credentials, "Q~", MakeBelieve.IsSecret),
        new("a private key", @"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----((?:\\[rn]|[\s\\])*[A-Za-z0-9+/]{24,})", LeakScope.Credentials, "PRIVATE KEY", MakeBelieve.IsSecret),
        new("a storage or service bus key", @"(?:AccountKey|SharedAccessKey|SharedSecretKey)=((?:[A-Za-z0-9+/=]|%(?!3[Bb]|26)){8,})", LeakScope.Credentials, "AccountKey=|SharedAccessKey=|SharedSecretKey=", MakeBelieve.IsSecret),
        new("a shared access signature", @"[?&;](?:amp;)?sig=([A-Za-z0-9%+/=_-]{16,})", LeakScope.Credentials, "sig=", MakeBelieve.IsSecret),
        new("a key with its maker's signature", @"(?:AzFu|AzSe|\+ASt|ACDb|AzCa|JQQJ99|AIoT)(?<=([A-Za-z0-9+/_-]{24,200}))[A-Za-z0-9+/_-]{4,}|(?<![A-Za-z0-9])((?:npm_|gh[pousr]_)[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,}|oy2[a-z0-9]{43}|A[KS]IA[0-9A-Z]{16}(?![A-Z0-9]))", LeakScope.Credentials, "AzFu|AzSe|+ASt|ACDb|AzCa|JQQJ99|AIoT|npm_|ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|oy2|AKIA|ASIA", MakeBelieve.IsSecret),
        new("a name and password in an address", @"[a-z][a-z0-9+.-]{1,12}://([^\s/@:""'<>{]+:[^\s/@""'<>{]+)@", LeakScope.Credentials, "://", MakeBelieve.IsSecret),
        new("basic credentials", @"\bBasic ([A-Za-z0-9+/]{12,}={0,2})(?![A-Za-z0-9+/=])", LeakScope.Credentials, "Basic ", MakeBelieve.IsSecret),
        new("bearer credentials", @"\bBearer ([A-Za-z0-9._~+/-]{20,}=*)", LeakScope.Credentials, "Bearer ", v => MakeBelieve.IsSecret(v) || v.StartsWith("eyJ", StringComparison.Ordinal) || !v.Any(char.IsAsciiDigit)),
        new("a portal's session cookie", @"(?:sccauth|s\.SessID|s\.AjaxSessionKey|AjaxSessionKey|FedAuth|rtFa|RootAuthToken|UserLoginRef|OIDCAuthCookie|OpenIdConnect\.nonce\.[^=\s]{0,80}|\.AspNetCore\.Cookies(?:C\d)?|\.AspNet\.Cookies(?:C\d)?|ESTSAUTH(?:PERSISTENT|LIGHT)?|SignInStateCookie|x-portal-routekey|OhpAuthToken|OhpToken|CrmOwinAuth(?:C\d)?|ai_session)=([^;\s""'\\,]{8,})", LeakScope.Credentials, "=", v => MakeBelieve.IsSecret(v) || LeakText.IsChunkCount(v) || v.StartsWith("...", StringComparison.Ordinal)),
        new("a cookie", $$"""{{Quote}}(?:[Ss]et-)?[Cc]ookie{{Quote}}\s*[:,]\s*(?:{{Quote}}value{{Quote}}\s*:\s*)?\[?\s*{{Quote}}[^"'=;\\]{1,80}=([^;"'\\]{8,})""", LeakScope.Credentials, "ookie", v => MakeBelieve.IsSecret(v) || v.Contains(' ', StringComparison.Ordinal) || LeakText.IsChunkCount(v)),
        new("a secret under its name", $$"""{{Quote}}(?:{{SecretNames}}){{Quote}}\s*:\s*{{Quote}}([^"'\\\s]{6,})""", LeakScope.Credentials, ":", LeakText.IsHarmlessSecret),
        new("a secret under its name", $$"""{{Quote}}name{{Quote}}\s*:\s*{{Quote}}(?:{{SecretNames}}|[Aa]uthorization){{Quote}}\s*,\s*{{Quote}}value{{Quote}}\s*:\s*{{Quote}}([^"'\\]{6,})""", LeakScope.Credentials, "name", LeakText.IsHarmlessSecret),
        new("a cookie", $$"""{{Quote}}name{{Quote}}\s*:\s*{{Quote}}[Cc]ookie{{Quote}}\s*,\s*{{Quote}}value{{Quote}}\s*:\s*{{Quote}}([^"'\\]{6,})""", LeakScope.Credentials, "ookie", v => v.Split(';').All(LeakText.IsHarmlessCookie)),
        new("a cookie", $$"""{{Quote}}name{{Quote}}\s*:\s*{{Quote}}[Ss]et-[Cc]ookie{{Quote}}\s*,\s*{{Quote}}value{{Quote}}\s*:\s*{{Quote}}((?:[^"'\\]|\\+n){6,})""", LeakScope.Credentials, "ookie", LeakText.AreHarmlessCookies),
        new("a secret under its name", @"(?m)^[ \t]*(?:-[ \t]*)?(?:password|secret|client_?[sS]ecret|token|access_?[tT]oken|apiKey|connectionString|sharedSecret):\s+[""']?([^\s""'#]{6,})", LeakScope.Credentials, ":", LeakText.IsHarmlessSecret),
        new("a secret in an address or form", @"[?&""'](?:access_token|id_token|refresh_token|client_secret|client_assertion|code|password|api-key|subscription-key)=([^&\s""'\\#]{12,})", LeakScope.Credentials, "=", v => LeakText.IsHarmlessSecret(v) || !v.Any(char.IsAsciiDigit) || v.StartsWith("eyJ", StringComparison.Ordinal)),
        new("a form digest", @"(0x[0-9A-F]{64,}),", LeakScope.Credentials, "0x", v => !v.AsSpan(2).ContainsAnyExcept('0')),
        new("a BitLocker recovery key", @"(?<![0-9-])(\d{6}(?:-\d{6}){7})(?![0-9-])", LeakScope.Credentials, "-", LeakText.HasCheckDigits),
        new("a cloud webhook", @"/IncomingWebhook/([A-Za-z0-9]{16,})", LeakScope.Credentials, "IncomingWebhook", MakeBelieve.IsSecret),
        new("a mail address or user name", @"(?<![\w.%+-])([A-Za-z0-9][A-Za-z0-9._%+'-]*(?:#EXT#)?@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24})", LeakScope.Everything, "@", MakeBelieve.IsAddress),
        new("an id that is no stand-in", @"(?<![0-9A-Fa-f-])([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![0-9A-Fa-f])|(?<![0-9A-Fa-f])([0-9A-Fa-f]{30}\.[0-9A-Fa-f]{2})(?![0-9A-Fa-f])", LeakScope.Everything, "", MakeBelieve.IsId),
        new("a tenant's name", @"(?<![A-Za-z0-9-])([A-Za-z0-9][A-Za-z0-9-]*?)(?:-admin|-my)?\.(?:sharepoint\.com|(?:mail\.)?onmicrosoft\.com|(?:api\.)?crm\d*\.dynamics\.com)(?![A-Za-z0-9-])", LeakScope.Everything, ".sharepoint.com|onmicrosoft.com|.dynamics.com", MakeBelieve.IsHostLabel),
        new("a network address", @"(?<![\w./-])((?:\d{1,3}\.){3}\d{1,3})(?![\w.-])", LeakScope.Everything, ".", LeakText.IsHarmlessAddress),
        new("a local account or domain SID", @"(S-1-5-21-\d{5,10}-\d{5,10}-\d{5,10})", LeakScope.Everything, "S-1-5-21-", v => v.StartsWith("S-1-5-21-4277009102-", StringComparison.Ordinal)),
    ];
}
