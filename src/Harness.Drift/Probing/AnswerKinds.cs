using System.Text;

namespace Harness.Drift.Probing;

/// <summary>Tells from an answer's first bytes what its body is, and from its Location where it points.</summary>
internal static class AnswerKinds
{
    private const int EnoughToTell = 16 * 1024;

    private static readonly string[] SignInMarks =
    [
        "login.microsoftonline.com", "login.microsoft.com", "login.live.com", "login.windows.net", "/oauth2/authorize", "/oauth2/v2.0/authorize", "/_forms/default.aspx",
    ];

    public static BodyKind Of(ReadOnlySpan<byte> body, string mediaType)
    {
        ReadOnlySpan<byte> text = (body.StartsWith("\uFEFF"u8) ? body[3..] : body).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return BodyKind.None;
        }

        if (text[0] == (byte)'<')
        {
            return OfMarkup(text, mediaType);
        }

        if (text[0] is (byte)'{' or (byte)'[' || (mediaType.Contains("json", StringComparison.Ordinal) && IsScalar(text[0])))
        {
            return BodyKind.Json;
        }

        return text[..Math.Min(text.Length, 512)].ContainsAnyInRange((byte)0, (byte)8) ? BodyKind.Binary : BodyKind.Text;
    }

    public static RedirectTarget Target(Uri? location, string host) => location switch
    {
        null => RedirectTarget.None,
        _ when MentionsSignIn(location.OriginalString) => RedirectTarget.SignIn,
        { IsAbsoluteUri: false } => RedirectTarget.SameHost,
        _ when location.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || location.AbsolutePath.StartsWith($"/{host}/", StringComparison.OrdinalIgnoreCase) => RedirectTarget.SameHost,
        _ => RedirectTarget.OtherHost,
    };

    private static BodyKind OfMarkup(ReadOnlySpan<byte> text, string mediaType)
    {
        string head = Encoding.UTF8.GetString(text[..Math.Min(text.Length, EnoughToTell)]);
        bool isPage = head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || mediaType == "text/html";
        return !isPage ? BodyKind.Text : MentionsSignIn(head) ? BodyKind.SignInPage : BodyKind.Html;
    }

    private static bool MentionsSignIn(string text) => Array.Exists(SignInMarks, m => text.Contains(m, StringComparison.OrdinalIgnoreCase));

    private static bool IsScalar(byte first) => first is (byte)'"' or (byte)'-' or (byte)'t' or (byte)'f' or (byte)'n' or (>= (byte)'0' and <= (byte)'9');
}
