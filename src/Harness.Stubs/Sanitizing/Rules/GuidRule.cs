using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Harness.Stubs.Sanitizing.Known;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class GuidRule : ShapeRule
{
    public const string Name = "SAN-020";

    public override string Id => Name;

    public override string Catches => "ids in every spelling: dashed, bare, in braces, as SID, split as in Power Platform hosts";

    public override string Example => "0b1c2d3e-..., S-1-12-1-..., 0b1c....2d";

    public override string StandIn => "another id in the same spelling; ids known to be everybody's stay";

    public override TextTraits Needs => TextTraits.Digit;

    public override TextTraits NeedsOneOf => TextTraits.LongRun | TextTraits.Dash | TextTraits.Underscore;

    public override string Replace(string text, in Field field, Scrubber scrubber)
    {
        if (text.Length < 20)
        {
            return text;
        }

        return GuidSpellings.All.Replace(text, m => StandInFor(m, scrubber));
    }

    /// <summary>The id that stands in for another; the same one if it is everybody's.</summary>
    public static Guid Map(Guid id, Scrubber scrubber) =>
        WellKnownIds.Contains(id) || scrubber.Vocabulary.IsPublic(id) ? id : scrubber.StandIns.Id(id);

    private static string StandInFor(Match match, Scrubber scrubber)
    {
        if (match.Groups["sid"] is { Success: true } sid)
        {
            return Sid(match.Value, sid.Value, scrubber);
        }

        return StandInFor(match.Value, scrubber);
    }

    /// <summary>The stand-in of an id in any spelling of thirty-two hex digits, in the same spelling.</summary>
    public static string StandInFor(string text, Scrubber scrubber)
    {
        string digits = text.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        var id = Guid.ParseExact(digits, "N");
        Guid standIn = Map(id, scrubber);
        if (standIn == id)
        {
            return text;
        }

        string spelled = standIn.ToString("N");
        return Spelled(text, digits.Any(char.IsAsciiLetterUpper) && !digits.Any(char.IsAsciiLetterLower) ? spelled.ToUpperInvariant() : spelled);
    }

    private static string Spelled(string like, string digits)
    {
        Span<char> spelled = stackalloc char[like.Length];
        int next = 0;
        for (int i = 0; i < like.Length; i++)
        {
            spelled[i] = char.IsAsciiHexDigit(like[i]) ? digits[next++] : like[i];
        }

        return new string(spelled);
    }

    private static string Sid(string whole, string parts, Scrubber scrubber)
    {
        Span<byte> bytes = stackalloc byte[16];
        int at = 0;
        foreach (string part in parts.Split('-'))
        {
            if (!uint.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out uint number))
            {
                return whole;
            }

            BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], number);
            at += 4;
        }

        Map(new Guid(bytes), scrubber).TryWriteBytes(bytes);
        return "S-1-12-1-" + string.Join('-', bytes[..4].ToUInt32(), bytes[4..8].ToUInt32(), bytes[8..12].ToUInt32(), bytes[12..].ToUInt32());
    }
}
