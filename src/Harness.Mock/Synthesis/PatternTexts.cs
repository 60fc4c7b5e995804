using System.Text.RegularExpressions;
using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Makes strings that match a schema's pattern, by generating, trying and, at last, giving up.</summary>
internal static class PatternTexts
{
    private const int Tries = 24;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(200);

    public static string Fit(Schema schema, string wish, ulong hash)
    {
        string pattern = schema.Pattern!;
        string fitted = TextLength.Fit(schema, wish, hash);
        if (Matches(schema, fitted))
        {
            return fitted;
        }

        for (int i = 0; i < Tries; i++)
        {
            string? made = PatternGenerator.Generate(pattern, StableHash.Mix(hash, (ulong)i), i / 3);
            if (made is not null && Matches(schema, made))
            {
                return made;
            }
        }

        string[] usual = [StableHash.Hex(hash, 32), StableHash.Hex(hash, 8), "1", "a", "A", "abc", "1.0", "en-US", "https://contoso.com/a", StableHash.Guid(hash).ToString("D"), ""];
        return Array.Find(usual, text => Matches(schema, text)) ?? fitted;
    }

    private static bool Matches(Schema schema, string text)
    {
        try
        {
            return TextLength.Fits(schema, text)
                && (schema.Format is null || FormatRules.Admits(schema.Format, text))
                && Regex.IsMatch(text, schema.Pattern!, RegexOptions.CultureInvariant, TimeLimit);
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
