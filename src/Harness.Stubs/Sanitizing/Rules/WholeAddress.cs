using System.Buffers;

namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>Tells a text that is one plain address from beginning to end, for which nobody need search.</summary>
internal static class WholeAddress
{
    private const int LongestLocal = 81;

    private static readonly SearchValues<char> LocalPart = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+'!&~-");
    private static readonly SearchValues<char> Label = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    // What stands behind an @ in OData and its like.
    private static readonly string[] NoDomains = ["odata", "microsoft", "sap", "thread", "minor"];

    /// <summary>Where its @ stands; -1 if the text is anything else.</summary>
    public static int SignIn(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= LongestLocal && char.IsAsciiLetterOrDigit(text[0]) && !text.AsSpan(0, at).ContainsAnyExcept(LocalPart) && IsDomain(text.AsSpan(at + 1)) ? at : -1;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        int labels = 0;
        ReadOnlySpan<char> last = default;
        foreach (Range range in domain.Split('.'))
        {
            last = domain[range];
            if (last.IsEmpty || last.ContainsAnyExcept(Label) || last[0] == '-' || last[^1] == '-' || (labels == 0 && IsNoDomain(last)))
            {
                return false;
            }

            labels++;
        }

        return labels > 1 && last.Length is >= 2 and <= 24 && !last.ContainsAnyExceptInRange('A', 'z');
    }

    private static bool IsNoDomain(ReadOnlySpan<char> label)
    {
        foreach (string no in NoDomains)
        {
            if (label.Equals(no, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
