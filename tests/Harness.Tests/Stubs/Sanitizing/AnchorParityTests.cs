using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>The table that answers every default rule of the Azure SDK test proxy.</summary>
internal sealed class AnchorParityTests
{
    private static readonly Regex Row = new(@"^\| (?<id>\d{4}) \| (?<what>[^|]+) \| (?<answer>[^|]+) \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(1));

    private static readonly IReadOnlyList<Match> Rows = Row.Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "sanitizing-anchor-parity.md")));

    [Test]
    public void Every_default_rule_is_answered_once() =>
        Rows.Select(r => int.Parse(r.Groups["id"].Value, CultureInfo.InvariantCulture)).Should().BeEquivalentTo(Ids());

    [Test]
    public void Every_answer_is_a_rule_of_ours_or_a_refusal_with_a_reason()
    {
        var rules = RuleRegistry.All.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

        Rows.Where(r => r.Groups["answer"].Value is var answer && !answer.StartsWith("refused: ", StringComparison.Ordinal) && !answer.Split(", ").All(a => rules.Contains(a.Trim())))
            .Select(r => r.Value).Should().BeEmpty();
        Rows.Where(r => r.Groups["answer"].Value.StartsWith("refused: ", StringComparison.Ordinal)).Should().OnlyContain(r => r.Groups["answer"].Value.Length > 40);
    }

    [TestCaseSource(nameof(Answered))]
    public void What_their_rule_redacts_one_of_the_rules_named_replaces(int id, string what, string answer)
    {
        string[] rules = [.. answer.Split(", ").Select(a => a.Trim())];
        AnchorExample example = AnchorExample.Of(id, what, rules[0]);
        var sanitizer = new Sanitizer(SanitizedHar.Options());
        var entry = new HarEntry(Encoding.UTF8.GetBytes(example.Entry.ToJsonString()), 1);
        sanitizer.Learn(entry);

        string clean = Encoding.UTF8.GetString(sanitizer.Clean(entry).Utf8.Span);

        clean.Should().NotContainEquivalentOf(example.Leak);
        sanitizer.Report.Replaced.Keys.Should().Contain(k => rules.Contains(k));
    }

    private static IEnumerable<TestCaseData> Answered() => Rows
        .Where(r => !r.Groups["answer"].Value.StartsWith("refused: ", StringComparison.Ordinal))
        .Select(r => new TestCaseData(int.Parse(r.Groups["id"].Value, CultureInfo.InvariantCulture), r.Groups["what"].Value, r.Groups["answer"].Value));

    private static IEnumerable<int> Ids()
    {
        int[] never = [3003, 3434, 3476, 3481, 4002];
        int[] all = [0, .. Enumerable.Range(1000, 9), .. Enumerable.Range(2001, 31), .. Enumerable.Range(3000, 13), .. Enumerable.Range(3400, 99), .. Enumerable.Range(4000, 5)];
        return all.Except(never);
    }
}
