using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Harness.Stubs.Matching;

namespace Harness.Tests.Stubs.Matching;

internal sealed class WildcardPatternTests
{
    private static readonly Gen<string> Texts = Gen.Elements('a', 'b', '/', '\n').ListOf().Select(c => string.Concat(c));
    private static readonly Gen<string> Patterns = Gen.Elements('a', 'b', '/', '*', '?').ListOf().Select(c => string.Concat(c));

    [Test]
    public void A_wildcard_says_what_its_regular_expression_says() => Prop.ForAll(
        Arb.From(Patterns),
        Arb.From(Texts),
        (pattern, text) => WildcardPattern.Matches(pattern, text, false) == Regex.IsMatch(text, $"\\A(?:{WildcardPattern.ToRegex(pattern)})\\z", RegexOptions.None, TimeSpan.FromSeconds(5)))
        .QuickCheckThrowOnFailure();

    [Test]
    public void A_text_fits_itself_with_any_part_starred() => Prop.ForAll(
        Arb.From(Texts),
        Arb.From(Gen.Choose(0, 10)),
        Arb.From(Gen.Choose(0, 10)),
        (text, from, length) =>
        {
            int start = Math.Min(from, text.Length);
            int end = Math.Min(start + length, text.Length);
            return WildcardPattern.Matches($"{text[..start]}*{text[end..]}", text, false);
        })
        .QuickCheckThrowOnFailure();

    [Test]
    public void A_hostile_pattern_is_answered_at_once() =>
        WildcardPattern.Matches(string.Concat(Enumerable.Repeat("*a", 200)) + "b", new string('a', 2000), false).Should().BeFalse();
}
