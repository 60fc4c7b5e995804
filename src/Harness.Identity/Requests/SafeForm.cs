using Microsoft.Extensions.Primitives;

namespace Harness.Identity.Requests;

/// <summary>A form as a journal may keep it: the values of parameters that are no secret, and the names of all others.</summary>
internal static class SafeForm
{
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "grant_type", "client_id", "scope", "resource", "redirect_uri", "response_type", "response_mode", "prompt", "claims", "username", "login", "persona",
        "client_assertion_type", "requested_token_use", "code_challenge_method", "client_info", "decision", "organization", "mfa", "post_logout_redirect_uri",
    };

    public static string Write(IReadOnlyDictionary<string, StringValues> form) =>
        string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Key)}={(Harmless.Contains(field.Key) ? Uri.EscapeDataString(field.Value.ToString()) : "***")}"));
}
