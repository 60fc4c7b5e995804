using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class UnknownSecretRule : ShapeRule
{
    public override string Id => "SAN-052";

    public override string Catches => "whatever looks random and is nothing known";

    public override string Example => "x7Kq2mB9vT4pLz8WnR3s";

    private static readonly Shape Tokens = new(@"[A-Za-z0-9+/_=~-]{20,}");

    private const string StandInEnd = ".fake";

    private static readonly Shape Settled = new($@"{GuidSpellings.Pattern}|eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.fake(?![A-Za-z0-9_-])");

    public override string StandIn => "fake-<mark>";

    public override TextTraits Needs => TextTraits.TokenRun;

    public override string Replace(string text, in Field field, Scrubber scrubber)
    {
        if (text.Length < Randomness.ShortestUnknown)
        {
            return text;
        }

        if (!GuidSpellings.ContainsOne(text) && !text.Contains(StandInEnd, StringComparison.Ordinal))
        {
            return Cleaned(text, field, scrubber);
        }

        // What is an id or a token is a stand-in by now, or everybody's.
        var clean = new StringBuilder(text.Length);
        int done = 0;
        foreach (Match settled in Settled.Matches(text))
        {
            clean.Append(Cleaned(text[done..settled.Index], field, scrubber)).Append(settled.Value);
            done = settled.Index + settled.Length;
        }

        return clean.Append(Cleaned(text[done..], field, scrubber)).ToString();
    }

    private static string Cleaned(string text, Field field, Scrubber scrubber) => Tokens.Replace(text, m => Token(m.Value, field.Place, scrubber));

    // A path is cut at its slashes, unless it is one long base64 text that has slashes.
    private static string Token(string token, FieldPlace place, Scrubber scrubber)
    {
        if (token.Contains('/', StringComparison.Ordinal) && token.Split('/') is var segments && (place == FieldPlace.Path || (segments.Any(s => s.Length is > 0 and <= 12 && s.All(char.IsAsciiLetter)) && segments.Max(s => s.Length) < 40)))
        {
            return string.Join('/', segments.Select(s => Word(s, place, scrubber)));
        }

        return Word(token, place, scrubber);
    }

    private static string Word(string token, FieldPlace place, Scrubber scrubber)
    {
        int name = token.IndexOf('=', StringComparison.Ordinal);
        if (name > 0 && name < token.TrimEnd('=').Length)
        {
            return token[..(name + 1)] + Word(token[(name + 1)..], place, scrubber);
        }

        return token.Length < Randomness.ShortestUnknown || !Randomness.IsLikely(token, place == FieldPlace.Script ? 40 : Randomness.ShortestUnknown) || Randomness.IsStandIn(token) ? token : scrubber.StandIns.Fake(token);
    }
}
