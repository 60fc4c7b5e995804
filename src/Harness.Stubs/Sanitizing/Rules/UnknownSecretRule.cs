using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class UnknownSecretRule : ShapeRule
{
    public override string Id => "SAN-052";

    public override string Catches => "whatever looks random and is nothing known";

    public override string Example => "x7Kq2mB9vT4pLz8WnR3s";

    private static readonly Shape Tokens = new(@"[A-Za-z0-9+/_=~-]{20,}");

    public override string StandIn => "fake-<mark>";

    public override TextTraits Needs => TextTraits.Letter;

    public override string Replace(string text, in Field field, Scrubber scrubber)
    {
        if (text.Length < Randomness.ShortestUnknown)
        {
            return text;
        }

        bool isScript = field.Place == FieldPlace.Script;
        if (!GuidSpellings.ContainsOne(text))
        {
            return Tokens.Replace(text, m => Token(m.Value, isScript, scrubber));
        }

        // What is an id is a stand-in by now, or everybody's.
        var clean = new StringBuilder(text.Length);
        int done = 0;
        foreach (Match id in GuidSpellings.All.Matches(text))
        {
            clean.Append(Tokens.Replace(text[done..id.Index], m => Token(m.Value, isScript, scrubber))).Append(id.Value);
            done = id.Index + id.Length;
        }

        return clean.Append(Tokens.Replace(text[done..], m => Token(m.Value, isScript, scrubber))).ToString();
    }

    // A path is cut at its slashes, unless it is one long base64 text that has slashes.
    private static string Token(string token, bool isScript, Scrubber scrubber)
    {
        if (token.Contains('/', StringComparison.Ordinal) && token.Split('/') is var segments && segments.Any(s => s.Length is > 0 and <= 12 && s.All(char.IsAsciiLetter)) && segments.Max(s => s.Length) < 40)
        {
            return string.Join('/', segments.Select(s => Word(s, isScript, scrubber)));
        }

        return Word(token, isScript, scrubber);
    }

    private static string Word(string token, bool isScript, Scrubber scrubber)
    {
        int name = token.IndexOf('=', StringComparison.Ordinal);
        if (name > 0 && name < token.TrimEnd('=').Length)
        {
            return token[..(name + 1)] + Word(token[(name + 1)..], isScript, scrubber);
        }

        return token.Length < Randomness.ShortestUnknown || !Randomness.IsLikely(token, isScript ? 40 : Randomness.ShortestUnknown) || Randomness.IsStandIn(token) ? token : scrubber.StandIns.Fake(token);
    }
}
