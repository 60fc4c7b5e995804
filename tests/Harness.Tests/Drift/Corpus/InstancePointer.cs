using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Tests.Drift.Corpus;

/// <summary>A place in an answer, written as a JSON path (<c>$.value[*]['@odata.id']</c>), as the pointer that reports use.</summary>
internal static partial class InstancePointer
{
    public static string Of(string? path)
    {
        var pointer = new StringBuilder();
        foreach (Match step in Steps().Matches(path ?? "$"))
        {
            string name = step.Groups["name"].Success ? step.Groups["name"].Value : "*";
            pointer.Append('/').Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\['(?<name>[^']*)'\]|\[[*0-9]+\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Steps();
}
