namespace Harness.Contracts.Access;

/// <summary>The anti-forgery pair: what stands URL-encoded in a cookie must stand decoded in a header.</summary>
/// <param name="header">Name of the header.</param>
public sealed class XsrfRequirement(RequirementSettings settings, string header) : AccessRequirement(settings)
{
    private const int StackChars = 512;

    public override string Kind => "xsrf";

    public string Header => header;

    public override AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority)
    {
        string? cookie = request.Cookie(Name);
        if (string.IsNullOrEmpty(cookie))
        {
            return AccessVerdict.Refuse(
                "xsrf-missing",
                "missing",
                $"The cookie '{Name}' is not on the call.",
                $"Send the cookie '{Name}' that sign-in set, and its URL-decoded value as '{header}'.");
        }

        string? value = request.Header(header);
        if (string.IsNullOrEmpty(value))
        {
            return AccessVerdict.Refuse(
                "xsrf-missing",
                "missing",
                $"The header '{header}' is not on the call.",
                $"Send the URL-decoded value of the cookie '{Name}' as '{header}'.");
        }

        if (IsDecodedFrom(value, cookie))
        {
            return AccessVerdict.Pass;
        }

        return AccessVerdict.Refuse(
            "xsrf-mismatch",
            "mismatch",
            string.Equals(value, cookie, StringComparison.Ordinal)
                ? $"'{header}' holds the cookie '{Name}' still URL-encoded."
                : $"'{header}' is not the URL-decoded value of the cookie '{Name}'.",
            $"URL-decode the cookie '{Name}' of this very call and send that as '{header}'.");
    }

    public override void Satisfy(OutgoingCall call, ICredentialSource source)
    {
        if (source.Value(Name) is { } value)
        {
            call.Cookies[Name] = Uri.EscapeDataString(value);
            call.Headers[header] = value;
        }
    }

    private static bool IsDecodedFrom(string value, string cookie)
    {
        if (!cookie.Contains('%', StringComparison.Ordinal))
        {
            return string.Equals(value, cookie, StringComparison.Ordinal);
        }

        if (cookie.Length > StackChars)
        {
            return string.Equals(value, Uri.UnescapeDataString(cookie), StringComparison.Ordinal);
        }

        Span<char> decoded = stackalloc char[StackChars];
        return Uri.TryUnescapeDataString(cookie, decoded, out int length) && decoded[..length].SequenceEqual(value);
    }
}
