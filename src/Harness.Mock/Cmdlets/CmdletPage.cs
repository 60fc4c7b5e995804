using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Cmdlets;

/// <summary>How much of a cmdlet's output one answer holds.</summary>
/// <param name="Count">Elements in this answer.</param>
internal sealed partial record CmdletPage(int Count, bool HasMore, IReadOnlyList<string> Warnings)
{
    private const int Largest = 1000;

    /// <summary>What a cmdlet gives when nobody says how much.</summary>
    private const int DefaultResultSize = 1000;

    /// <param name="total">What the cmdlet printed.</param>
    /// <param name="skip">What earlier answers held.</param>
    public static CmdletPage Of(Exchange exchange, CmdletCall call, int total, int skip)
    {
        bool isAsked = call.Find("ResultSize") is not null;
        int wanted = call.Find("ResultSize") switch
        {
            JsonValue value when value.TryGetValue(out int number) => number,
            JsonValue value when value.TryGetValue(out string? text) && int.TryParse(text, out int number) => number,
            null => DefaultResultSize,
            _ => int.MaxValue,
        };
        int end = Math.Min(total, wanted);
        int size = MaxPageSize().Match(exchange.Header("Prefer") ?? "") is { Success: true } match && int.TryParse(match.Groups["size"].Value, out int preferred)
            ? Math.Clamp(preferred, 1, Largest)
            : Largest;
        int count = Math.Clamp(end - skip, 0, size);
        bool hasMore = skip + count < end;
        return new CmdletPage(count, hasMore, !isAsked && !hasMore && total > end
            ? ["There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter."]
            : []);
    }

    [GeneratedRegex("odata\\.maxpagesize\\s*=\\s*(?<size>\\d{1,6})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MaxPageSize();
}
