using System.Text.RegularExpressions;

namespace Harness.Tests.Conventions;

internal sealed class NamingTests
{
    private const int LongestFile = 300;

    [Test]
    public void No_type_is_named_after_nothing_in_particular()
    {
        var vague = new Regex("(Helper|Utils?|Manager|Common|Base|Impl)s?\\.cs$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        SourceFiles.CSharp.Where(f => vague.IsMatch(f)).Should().BeEmpty();
    }

    [Test]
    public void No_file_is_longer_than_one_idea() =>
        SourceFiles.CSharp.Where(f => SourceFiles.Read(f).Split('\n').Length > LongestFile + 1).Should().BeEmpty();

    [Test]
    public void The_median_file_is_short()
    {
        int[] lengths = [.. SourceFiles.CSharp.Where(f => f.StartsWith("src/", StringComparison.Ordinal)).Select(f => SourceFiles.Read(f).Split('\n').Length).Order()];

        lengths[lengths.Length / 2].Should().BeLessThan(60);
    }

    [Test]
    public void There_are_no_regions_and_no_todos_without_an_issue()
    {
        var marks = new Regex("^\\s*#region|//\\s*(TODO|FIXME|HACK)(?!.*#\\d)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(1));

        SourceFiles.CSharp.Where(f => marks.IsMatch(SourceFiles.Read(f))).Should().BeEmpty();
    }

    [Test]
    public void Every_public_type_says_what_it_is_for()
    {
        var undocumented = new Regex(
            "(?<!</summary>(\\r?\\n///[^\\n]*)*(\\r?\\n\\[[^\\n]*\\])*\\s*)\\npublic (sealed |static |abstract |readonly |partial )*(class|record|struct|interface|enum) ",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5));

        SourceFiles.CSharp.Where(f => f.StartsWith("src/", StringComparison.Ordinal) && undocumented.IsMatch(SourceFiles.Read(f))).Should().BeEmpty();
    }
}
