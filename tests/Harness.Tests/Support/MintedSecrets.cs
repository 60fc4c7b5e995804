using System.Text.RegularExpressions;

namespace Harness.Tests.Support;

/// <summary>Some answers hold a token, digest or connection made for them alone; what else they say can be compared all the same.</summary>
internal static partial class MintedSecrets
{
    /// <summary>The text with a word in place of each secret, and of the moments that came with them; others stay as they are.</summary>
    public static string Masked(string text) => Secret().IsMatch(text) ? Moment().Replace(Secret().Replace(text, "minted"), "then") : text;

    [GeneratedRegex("eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*|0x[0-9A-F]{64,}[^\"<]*|(?<=\"clientId\":\")[^\"]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?|(?<=\"expires_in\":\"?)\\d+|\\b\\d{10,13}\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();
}
