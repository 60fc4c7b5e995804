using FsCheck;
using FsCheck.Fluent;
using Harness.Stubs.Mappings;
using Harness.Stubs.Matching;

namespace Harness.Tests.Support;

/// <summary>Random mappings over few letters, and calls that they often fit.</summary>
internal static class MappingGenerator
{
    private static readonly Gen<string> Word = Gen.Elements("", "a", "b", "ab", "A", "a.b", "a+b", "a|b", "(a", "x y");

    // A path with escapes is matched in both its spellings, which no single expression of WireMock's can say.
    private static readonly Gen<string> PlainWord = Gen.Elements("", "a", "b", "ab", "A", "a.b");

    private static readonly Gen<string> Wildcard = Gen.Elements("*", "a*", "*b", "?", "a?b", "*a*", "*.*", "a", "*+*");

    private static readonly Gen<string> Expression = Gen.Elements("a", "^a", "b$", "^a$", "a|b", "^a|b$", "[ab]+", "^(a|b)$", "\\.", "a.b");

    public static Gen<StubMapping> Mapping =>
        from methods in Gen.SubListOf("GET", "POST", "PUT")
        from rejects in Gen.Elements(true, false)
        from url in Gen.OneOf(Gen.Constant<UrlPattern?>(null), Text().Select(m => (UrlPattern?)new UrlPattern(UrlPart.Path, new MatcherSet([Prefixed(m)]))))
        from query in Named()
        from header in Named()
        from cookie in Named()
        from body in Gen.OneOf(Gen.Constant<MatcherSet?>(null), Set().Select(s => (MatcherSet?)s))
        select new StubMapping
        {
            Request = new RequestPattern { Methods = [.. methods], RejectMethods = rejects && methods.Count > 0, Url = url, Query = query, Headers = header, Cookies = cookie, Body = body },
            Response = new ResponseDefinition(),
        };

    public static Gen<FakeStubRequest> Request =>
        from method in Gen.Elements("GET", "POST", "DELETE")
        from path in PlainWord
        from query in Gen.OneOf(Gen.Constant<string?>(null), Word.Select(w => (string?)w))
        from header in Gen.OneOf(Gen.Constant<string?>(null), Word.Select(w => (string?)w))
        from cookie in Gen.OneOf(Gen.Constant<string?>(null), Word.Select(w => (string?)w))
        from body in Word
        select new FakeStubRequest(
            method,
            "/" + Uri.EscapeDataString(path) + (query is null ? "" : $"?n={Uri.EscapeDataString(query)}"),
            body,
            [.. new[] { ("n", header), ("Cookie", cookie is null ? null : $"n={cookie}") }.Where(h => h.Item2 is not null).Select(h => (h.Item1, h.Item2!))]);

    private static Gen<NamedPattern[]> Named() => Gen.OneOf(
        Gen.Constant(Array.Empty<NamedPattern>()),
        from set in Set()
        from absent in Gen.Elements(true, false)
        select new[] { new NamedPattern("n", set) { AcceptsAbsent = absent } });

    private static Gen<MatcherSet> Set() =>
        from matchers in Text().NonEmptyListOf()
        from op in Gen.Elements(MatchOperator.Or, MatchOperator.And)
        select new MatcherSet([.. matchers.Take(3)], matchers.Count > 1 ? op : MatchOperator.Or);

    private static Gen<PatternMatcher> Text() =>
        from matcher in Gen.OneOf(
            Word.Select(p => (PatternMatcher)new ExactMatcher { Patterns = [p] }),
            Wildcard.Select(p => (PatternMatcher)new WildcardMatcher { Patterns = [p] }),
            from p in Expression from whole in Gen.Elements(true, false) select (PatternMatcher)new RegexMatcher { Patterns = [p], Whole = whole },
            Word.Select(p => (PatternMatcher)new ExactMatcher { Patterns = [p, "b"] }))
        from reject in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from ignoreCase in Gen.Elements(true, false)
        select matcher with { Reject = reject, IgnoreCase = ignoreCase };

    // A path begins with a slash; an expression is looked for anywhere in it.
    private static PatternMatcher Prefixed(PatternMatcher matcher) => matcher is RegexMatcher ? matcher : matcher with { Patterns = [.. matcher.Patterns.Select(p => "/" + p)] };
}
