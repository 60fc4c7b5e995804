using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Matching;

internal sealed class MatcherTests
{
    [TestCase("""{"Name":"ExactMatcher","Pattern":"abc"}""", "abc", true)]
    [TestCase("""{"Name":"ExactMatcher","Pattern":"abc"}""", "ABC", false)]
    [TestCase("""{"Name":"ExactMatcher","Pattern":"abc"}""", "abcd", false)]
    [TestCase("""{"Name":"ExactMatcher","Pattern":"abc","IgnoreCase":true}""", "aBC", true)]
    [TestCase("""{"Name":"ExactMatcher","Patterns":["a","b"]}""", "b", true)]
    [TestCase("""{"Name":"ExactMatcher","Pattern":"abc","RejectOnMatch":true}""", "abc", false)]
    [TestCase("""{"Name":"ExactMatcher","Pattern":"abc","RejectOnMatch":true}""", "x", true)]
    [TestCase("""{"Name":"WildcardMatcher","Pattern":"a*c"}""", "abbbc", true)]
    [TestCase("""{"Name":"WildcardMatcher","Pattern":"a?c"}""", "abc", true)]
    [TestCase("""{"Name":"WildcardMatcher","Pattern":"a?c"}""", "ac", false)]
    [TestCase("""{"Name":"WildcardMatcher","Pattern":"a*c"}""", "ABC", false)]
    [TestCase("""{"Name":"WildcardMatcher","Pattern":"a*c","IgnoreCase":true}""", "ABC", true)]
    [TestCase("""{"Name":"WildcardMatcher","Patterns":["a*","*z"],"MatchOperator":"And"}""", "abz", true)]
    [TestCase("""{"Name":"WildcardMatcher","Patterns":["a*","*z"],"MatchOperator":"And"}""", "ab", false)]
    [TestCase("""{"Name":"RegexMatcher","Pattern":"b+"}""", "abbc", true)]
    [TestCase("""{"Name":"RegexMatcher","Pattern":"^b+$"}""", "abbc", false)]
    [TestCase("""{"Name":"RegexMatcher","Pattern":"B+","IgnoreCase":true}""", "abbc", true)]
    [TestCase("""{"Name":"RegexMatcher","Pattern":"b","RejectOnMatch":true}""", "abc", false)]
    [TestCase("""{"Name":"NotNullOrEmptyMatcher"}""", "x", true)]
    [TestCase("""{"Name":"NotNullOrEmptyMatcher"}""", "", false)]
    [TestCase("""{"name":"exactmatcher","pattern":"abc"}""", "abc", true)]
    public void A_matcher_takes_a_header_s_value_or_does_not(string matcher, string value, bool accepted) =>
        Mapping.ForRequest($$"""  "Headers": [{"Name":"X-A","Matchers":[{{matcher}}]}] """).Accepts("GET", "/", "", ("x-a", value)).Should().Be(accepted);

    [TestCase("""{"Name":"JsonMatcher","Pattern":{"a":1,"b":[1,2]}}""", """{"b":[1,2],"a":1.0}""", true)]
    [TestCase("""{"Name":"JsonMatcher","Pattern":"{\"a\":1}"}""", """{"a":1}""", true)]
    [TestCase("""{"Name":"JsonMatcher","Pattern":{"a":1}}""", """{"a":1,"b":2}""", false)]
    [TestCase("""{"Name":"JsonMatcher","Pattern":{"a":[1,2]}}""", """{"a":[2,1]}""", false)]
    [TestCase("""{"Name":"JsonMatcher","Pattern":{"a":"X"}}""", """{"A":"x"}""", false)]
    [TestCase("""{"Name":"JsonMatcher","Pattern":{"a":"X"},"IgnoreCase":true}""", """{"A":"x"}""", true)]
    [TestCase("""{"Name":"JsonMatcher","Pattern":{"a":"^x+$"},"Regex":true}""", """{"a":"xxx"}""", true)]
    [TestCase("""{"Name":"JsonMatcher","Pattern":{"a":null}}""", """{"a":null}""", true)]
    [TestCase("""{"Name":"JsonMatcher","Pattern":{"a":1}}""", "no json", false)]
    [TestCase("""{"Name":"JsonPartialMatcher","Pattern":{"a":1}}""", """{"a":1,"b":2}""", true)]
    [TestCase("""{"Name":"JsonPartialMatcher","Pattern":{"a":[3,1]}}""", """{"a":[1,2,3]}""", true)]
    [TestCase("""{"Name":"JsonPartialMatcher","Pattern":{"a":{"b":2}}}""", """{"a":{"c":1}}""", false)]
    [TestCase("""{"Name":"JsonPartialMatcher","Pattern":{"a.b":"2"}}""", """{"a":{"b":"2"}}""", true)]
    [TestCase("""{"Name":"JsonPartialWildcardMatcher","Pattern":{"a":"x*"}}""", """{"a":"xyz","b":2}""", true)]
    [TestCase("""{"Name":"JsonPartialWildcardMatcher","Pattern":{"a":"x*"}}""", """{"a":"yz"}""", false)]
    [TestCase("""{"Name":"JsonPathMatcher","Pattern":"$.things[?(@.name == 'one')]"}""", """{"things":[{"name":"two"},{"name":"one"}]}""", true)]
    [TestCase("""{"Name":"JsonPathMatcher","Pattern":"$.things[?(@.name == 'one')]"}""", """{"things":[{"name":"two"}]}""", false)]
    [TestCase("""{"Name":"JsonPathMatcher","Pattern":"$.thing[?(@.name == 'one')]"}""", """{"thing":{"name":"one"}}""", true)]
    [TestCase("""{"Name":"JsonPathMatcher","Pattern":"$..id"}""", """{"a":{"b":{"id":1}}}""", true)]
    [TestCase("""{"Name":"JsonPathMatcher","Patterns":["$.a","$.b"],"MatchOperator":"And"}""", """{"a":1}""", false)]
    [TestCase("""{"Name":"JsonPathMatcher","Pattern":"$.a","RejectOnMatch":true}""", """{"b":1}""", true)]
    [TestCase("""{"Name":"JsonPathMatcher","Pattern":"$.a"}""", "no json", false)]
    [TestCase("""{"Name":"WildcardMatcher","Pattern":"*line two*"}""", "line one\nline two\n", true)]
    [TestCase("""{"Name":"NotNullOrEmptyMatcher"}""", "", false)]
    public void A_matcher_takes_a_body_or_does_not(string matcher, string body, bool accepted) =>
        Mapping.ForRequest($$"""  "Body": {"Matcher":{{matcher}}} """).Accepts("POST", "/", body).Should().Be(accepted);

    [Test]
    public void An_expression_that_takes_too_long_does_not_match() =>
        Mapping.ForRequest("""  "Body": {"Matcher":{"Name":"RegexMatcher","Pattern":"^(a+)+$"}} """).Accepts("POST", "/", new string('a', 40) + "!").Should().BeFalse();
}
