using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class JwsRule : ShapeRule
{
    public override string Id => "SAN-003";

    public override string Catches => "signed tokens (JWT)";

    public override string Example => "eyJhbGciOi....eyJvaWQi....c2ln";

    private const string Signature = "fake";

    private static readonly Shape Tokens = new(@"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]*(?![A-Za-z0-9_.-])");

    public override string StandIn => "a token of the fake issuer with the same claims, pseudonymized, and the signature fake";

    public override TextTraits Needs => TextTraits.Dot | TextTraits.Letter;

    public override bool Learns => true;

    public static bool IsOne(string value) => value.StartsWith("eyJ", StringComparison.Ordinal) && Tokens.Match(value) is { Success: true } match && match.Length == value.Length;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Contains("eyJ", StringComparison.Ordinal) ? Tokens.Replace(text, m => Reissue(m.Value, scrubber)) : text;

    private static string Reissue(string token, Scrubber scrubber)
    {
        string[] parts = token.Split('.');
        string? claims = Claims(parts[1], scrubber);
        return claims is null
            ? scrubber.StandIns.Fake(token)
            : $"{Encode("""{"alg":"none","kid":"FAKE-issuer","typ":"JWT"}""")}.{Encode(claims)}.{Signature}";
    }

    private static string? Claims(string part, Scrubber scrubber)
    {
        try
        {
            return JsonRewriter.Rewrite(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)), scrubber, isToken: true);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
