using Harness.Stubs.Mappings;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Mappings;

internal sealed class RequestPatternTests
{
    [TestCase(""" "Path": "/api/users" """, "/api/users?top=1", true)]
    [TestCase(""" "Path": "/api/users" """, "/api/Users", false)]
    [TestCase(""" "Path": "/api/*/roles" """, "/api/1/2/roles", true)]
    [TestCase(""" "Path": "/a b" """, "/a%20b", true)]
    [TestCase(""" "Path": "/a%20b" """, "/a%20b", true)]
    [TestCase(""" "Path": {"Matchers":[{"Name":"RegexMatcher","Pattern":"^/u/\\d+$"}]} """, "/u/12", true)]
    [TestCase(""" "Path": {"Matchers":[{"Name":"WildcardMatcher","Pattern":"/a*"},{"Name":"WildcardMatcher","Pattern":"*z"}],"MatchOperator":"And"} """, "/az", true)]
    [TestCase(""" "Path": {"Matchers":[{"Name":"WildcardMatcher","Pattern":"/a*"},{"Name":"WildcardMatcher","Pattern":"*z"}],"MatchOperator":"And"} """, "/ab", false)]
    [TestCase(""" "Url": "https://portal.example.com/a?b=1" """, "/a?b=1", true)]
    [TestCase(""" "Url": "*/a*" """, "/a?b=1", true)]
    [TestCase("", "/anything", true)]
    public void An_address_is_matched_as_WireMock_Net_matches_it(string request, string target, bool accepted) =>
        Mapping.ForRequest(request).Accepts("GET", target).Should().Be(accepted);

    [TestCase(""" "Methods": ["get"] """, "GET", true)]
    [TestCase(""" "Methods": ["GET","POST"] """, "POST", true)]
    [TestCase(""" "Methods": ["GET"] """, "POST", false)]
    [TestCase(""" "Methods": ["GET"], "MethodsRejectOnMatch": true """, "POST", true)]
    public void Methods_are_matched_in_any_case(string request, string method, bool accepted) =>
        Mapping.ForRequest(request).Accepts(method, "/").Should().Be(accepted);

    [TestCase("?a=1", true)]
    [TestCase("?b=2&a=1", true)]
    [TestCase("?a=x+y", false)]
    [TestCase("?A=1", false)]
    [TestCase("", false)]
    public void A_query_parameter_is_matched_by_its_exact_name(string query, bool accepted) =>
        Mapping.ForRequest(""" "Params": [{"Name":"a","Matchers":[{"Name":"ExactMatcher","Pattern":"1"}]}] """).Accepts("GET", "/" + query).Should().Be(accepted);

    [Test]
    public void A_query_parameter_is_decoded_and_may_be_named_in_any_case() =>
        Mapping.ForRequest(""" "Params": [{"Name":"$filter","IgnoreCase":true,"Matchers":[{"Name":"ExactMatcher","Pattern":"a eq 'b'"}]}] """)
            .Accepts("GET", "/?%24FILTER=a+eq%20'b'").Should().BeTrue();

    [Test]
    public void A_parameter_without_matchers_must_only_be_there()
    {
        StubMapping mapping = Mapping.ForRequest(""" "Params": [{"Name":"a"}] """);

        mapping.Accepts("GET", "/?a=").Should().BeTrue();
        mapping.Accepts("GET", "/?b=").Should().BeFalse();
    }

    [Test]
    public void A_cookie_is_found_among_others()
    {
        StubMapping mapping = Mapping.ForRequest(""" "Cookies": [{"Name":"sid","Matchers":[{"Name":"WildcardMatcher","Pattern":"a*"}]}] """);

        mapping.Accepts("GET", "/", "", ("Cookie", "x=1; sid=\"abc\"")).Should().BeTrue();
        mapping.Accepts("GET", "/", "", ("Cookie", "x=abc; sid=b")).Should().BeFalse();
    }

    [Test]
    public void A_rejected_header_may_be_missing_but_not_be_there()
    {
        StubMapping mapping = Mapping.ForRequest(""" "Headers": [{"Name":"X","RejectOnMatch":true,"Matchers":[{"Name":"WildcardMatcher","Pattern":"*","RejectOnMatch":true}]}] """);

        mapping.Accepts("GET", "/").Should().BeTrue();
        mapping.Accepts("GET", "/", "", ("x", "1")).Should().BeFalse();
    }

    [TestCase(""" "method": "GET", "url": "/a?b=1" """, "/a?b=1", true)]
    [TestCase(""" "url": "/a" """, "/a?b=1", false)]
    [TestCase(""" "urlPath": "/a" """, "/a?b=1", true)]
    [TestCase(""" "urlPattern": "/a\\?b=[0-9]+" """, "/a?b=12", true)]
    [TestCase(""" "urlPathPattern": "/a" """, "/ab", false)]
    [TestCase(""" "urlPathTemplate": "/users/{id}/roles" """, "/users/7/roles", true)]
    [TestCase(""" "urlPathTemplate": "/users/{id}/roles" """, "/users/7/8/roles", false)]
    [TestCase(""" "method": "POST" """, "/", false)]
    [TestCase(""" "method": {"oneOf":["GET","HEAD"]} """, "/", true)]
    [TestCase(""" "method": {"noneOf":["GET"]} """, "/", false)]
    [TestCase(""" "host": {"equalTo":"other.example.com"} """, "/", false)]
    [TestCase(""" "queryParameters": {"a":{"equalTo":"X","caseInsensitive":true}} """, "/?a=x", true)]
    [TestCase(""" "queryParameters": {"a":{"matches":"[0-9]+"}} """, "/?a=1b", false)]
    [TestCase(""" "queryParameters": {"a":{"doesNotMatch":"[0-9]+"}} """, "/?a=1b", true)]
    [TestCase(""" "queryParameters": {"a":{"contains":"*"}} """, "/?a=1*2", true)]
    [TestCase(""" "queryParameters": {"a":{"contains":"*"}} """, "/?a=12", false)]
    [TestCase(""" "queryParameters": {"a":{"absent":true}} """, "/?b=1", true)]
    [TestCase(""" "queryParameters": {"a":{"absent":true}} """, "/?a=1", false)]
    [TestCase(""" "queryParameters": {"a":{"or":[{"absent":true},{"equalTo":"1"}]}} """, "/?a=1", true)]
    [TestCase(""" "queryParameters": {"a":{"or":[{"absent":true},{"equalTo":"1"}]}} """, "/?a=2", false)]
    [TestCase(""" "queryParameters": {"a":{"not":{"equalTo":"1"}}} """, "/?a=2", true)]
    [TestCase(""" "queryParameters": {"a":{"and":[{"contains":"x"},{"doesNotContain":"y"}]}} """, "/?a=xy", false)]
    public void WireMock_s_own_patterns_mean_what_they_mean_there(string request, string target, bool accepted) =>
        Mapping.ForJavaRequest(request).Accepts("GET", target).Should().Be(accepted);

    [TestCase("""{"equalToJson":{"a":[1,2]},"ignoreArrayOrder":true}""", """{"a":[2,1]}""", true)]
    [TestCase("""{"equalToJson":"{\"a\":1}","ignoreExtraElements":true}""", """{"a":1,"b":2}""", true)]
    [TestCase("""{"equalToJson":{"a":1}}""", """{"a":1,"b":2}""", false)]
    [TestCase("""{"matchesJsonPath":"$.a"}""", """{"a":1}""", true)]
    [TestCase("""{"matchesJsonPath":{"expression":"$.a","contains":"x"}}""", """{"a":"-x-"}""", true)]
    [TestCase("""{"matchesJsonPath":{"expression":"$.a","contains":"x"}}""", """{"a":"y"}""", false)]
    [TestCase("""{"contains":"a"},{"contains":"b"}""", "xb", false)]
    [TestCase("""{"contains":"a"},{"contains":"b"}""", "ab", true)]
    public void WireMock_s_body_patterns_must_all_hold(string patterns, string body, bool accepted) =>
        Mapping.ForJavaRequest($$""" "bodyPatterns": [{{patterns}}] """).Accepts("POST", "/", body).Should().Be(accepted);

    [Test]
    public void Basic_credentials_are_a_header() =>
        Mapping.ForJavaRequest(""" "basicAuth": {"username":"u","password":"p"} """).Accepts("GET", "/", "", ("Authorization", "Basic dTpw")).Should().BeTrue();
}
