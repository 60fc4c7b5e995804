using System.Net;
using System.Text;
using Harness.Identity.Requests;

namespace Harness.Identity.Clients;

/// <summary>What a client presented of itself, in the body or with HTTP Basic.</summary>
internal sealed record PresentedCredential(string? ClientId, string? Secret, string? Assertion)
{
    private const string Basic = "Basic ";

    public bool IsNothing => Secret is null && Assertion is null;

    public static PresentedCredential Read(LoginRequest request)
    {
        (string? id, string? secret) = ReadBasic(request.Headers.Authorization.ToString());
        return new PresentedCredential(request.Form("client_id") ?? id, request.Form("client_secret") ?? secret, request.Form("client_assertion"));
    }

    // RFC 6749, 2.3.1: id and secret are form-encoded before they are put together.
    private static (string? Id, string? Secret) ReadBasic(string header)
    {
        byte[] buffer = new byte[header.Length];
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[Basic.Length..].Trim(), buffer, out int length))
        {
            return (null, null);
        }

        string text = Encoding.UTF8.GetString(buffer, 0, length);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (null, null) : (WebUtility.UrlDecode(text[..colon]), WebUtility.UrlDecode(text[(colon + 1)..]));
    }
}
