using FsCheck;
using FsCheck.Fluent;
using Harness.Stubs.Sanitizing;

namespace Harness.Tests.Stubs.Sanitizing;

internal sealed class VocabularyTests
{
    private static readonly Gen<string> Texts = Gen.Elements("a", "B", "ab", "7", " ", "-", "@", ".", "ü", "_", "=").ListOf(14).Select(parts => string.Concat(parts));

    [TestCase("Ann Lee was here", "X was here")]
    [TestCase("ann lee, ANN LEE", "X, X")]
    [TestCase("Joann Lee and Ann Leer", "Joann Lee and Ann Leer")]
    [TestCase("(Ann Lee)", "(X)")]
    [TestCase("call +49 30 1, now", "call Y, now")]
    [TestCase("Ann Lee-Smith", "Z")]
    public void What_was_learned_is_replaced_where_it_is_a_word_of_its_own(string text, string expected) =>
        Learned(("Ann Lee", "X"), ("+49 30 1", "Y"), ("Ann Lee-Smith", "Z")).Replace(text).Should().Be(expected);

    [Test]
    public void Looking_up_first_words_finds_what_trying_every_literal_at_every_place_finds() => Prop.ForAll(
        Gen.Zip(Texts.Where(t => t.Length >= 3).ListOf(4), Texts.Two().Select(t => $"{t.Item1} {t.Item2}")).ToArbitrary(),
        sample =>
        {
            (string, string)[] literals = [.. sample.Item1.DistinctBy(l => l.ToUpperInvariant()).Select((l, i) => (l, $"<{i}>"))];
            string text = sample.Item2 + string.Concat(literals.Select(l => $" {l.Item1.ToUpperInvariant()}"));
            return Learned(literals).Replace(text) == Tried(text, literals);
        }).QuickCheckThrowOnFailure();

    private static Vocabulary Learned(params (string Literal, string StandIn)[] literals)
    {
        var vocabulary = new Vocabulary();
        Array.ForEach(literals, l => vocabulary.Learn(l.Literal, l.StandIn));
        vocabulary.Freeze();
        return vocabulary;
    }

    private static string Tried(string text, (string Literal, string StandIn)[] literals)
    {
        string clean = "";
        for (int at = 0; at < text.Length;)
        {
            (string Literal, string StandIn)[] here = [.. literals.Where(l => IsHere(text, at, l.Literal)).OrderByDescending(l => l.Literal.Length)];
            clean += here.Length > 0 ? here[0].StandIn : text[at];
            at += here.Length > 0 ? here[0].Literal.Length : 1;
        }

        return clean;
    }

    private static bool IsHere(string text, int at, string literal) =>
        text.AsSpan(at).StartsWith(literal, StringComparison.OrdinalIgnoreCase)
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]))
        && (at + literal.Length == text.Length || !char.IsLetterOrDigit(text[at + literal.Length]) || !char.IsLetterOrDigit(text[at + literal.Length - 1]));
}
