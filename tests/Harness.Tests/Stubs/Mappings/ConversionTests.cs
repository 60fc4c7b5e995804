using System.Text.Json.Nodes;
using Harness.Stubs.Mappings;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Mappings;

internal sealed class ConversionTests
{
    [TestCase("""{"Guid":"11111111-2222-3333-4444-555555555555","Title":"t","Priority":3,"Scenario":"s","WhenStateIs":"a","SetStateTo":"b","Request":{"Path":"/a"},"Response":{"StatusCode":404}}""")]
    [TestCase("""{"Request":{"Path":"/a","Methods":["GET","POST"]},"Response":{"StatusCode":200,"Headers":{"A":"1","B":["2","3"]},"Body":"x"}}""")]
    [TestCase("""{"Request":{"Params":[{"Name":"a","Matchers":[{"Name":"ExactMatcher","Pattern":"1"}]}]},"Response":{"StatusCode":200,"BodyAsJson":{"a":[1,null]}}}""")]
    [TestCase("""{"Request":{"Headers":[{"Name":"A","RejectOnMatch":true,"Matchers":[{"Name":"WildcardMatcher","Pattern":"*","RejectOnMatch":true}]}]},"Response":{"StatusCode":200,"BodyAsBytes":"AQI="}}""")]
    [TestCase("""{"Request":{"Cookies":[{"Name":"a","Matchers":[{"Name":"WildcardMatcher","Pattern":"*x*"}]}]},"Response":{"StatusCode":200,"Delay":20}}""")]
    [TestCase("""{"Request":{"Body":{"Matcher":{"Name":"JsonPartialMatcher","Pattern":{"a":1}}}},"Response":{"StatusCode":200,"MinimumRandomDelay":1,"MaximumRandomDelay":5}}""")]
    [TestCase("""{"Request":{"Body":{"Matcher":{"Name":"JsonPathMatcher","Pattern":"$.a"}}},"Response":{"StatusCode":200,"Body":"{{request.path}}","UseTransformer":true,"TransformerType":"Handlebars"}}""")]
    [TestCase("""{"Request":{"Body":{"Matchers":[{"Name":"WildcardMatcher","Pattern":"*x*"},{"Name":"RegexMatcher","Pattern":"y"}],"MatchOperator":"And"}},"Response":{"StatusCode":200}}""")]
    [TestCase("""{"Scenario":"s","SetStateTo":"b","Request":{"Path":"/a"},"Response":{"StatusCode":200}}""")]
    public void WireMock_Net_s_mapping_comes_back_from_WireMock_unchanged(string json) => ThereAndBack(json, StubDialect.WireMockNet);

    [TestCase("""{"id":"11111111-2222-3333-4444-555555555555","name":"t","priority":1,"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"b","request":{"method":"GET","urlPath":"/a"},"response":{"status":201}}""")]
    [TestCase("""{"request":{"method":"ANY","url":"/a?b=1"},"response":{"status":200,"fixedDelayMilliseconds":5}}""")]
    [TestCase("""{"request":{"method":"ANY","urlPattern":"/a\\?b=.*"},"response":{"status":200,"jsonBody":{"a":1}}}""")]
    [TestCase("""{"request":{"method":"ANY","urlPathPattern":"/a/[0-9]+"},"response":{"status":200,"body":"x","transformers":["response-template"]}}""")]
    [TestCase("""{"request":{"method":"ANY","urlPath":"/a","headers":{"A":{"equalTo":"x","caseInsensitive":true}},"queryParameters":{"q":{"matches":"a|b"}}},"response":{"status":200}}""")]
    [TestCase("""{"request":{"method":"ANY","urlPath":"/a","cookies":{"c":{"contains":"x"}},"bodyPatterns":[{"equalToJson":{"a":1},"ignoreArrayOrder":true,"ignoreExtraElements":true}]},"response":{"status":200}}""")]
    [TestCase("""{"request":{"method":"ANY","urlPath":"/a","headers":{"A":{"absent":true},"B":{"doesNotMatch":"x.*"},"C":{"or":[{"equalTo":"1"},{"contains":"2"}]}}},"response":{"status":200,"base64Body":"AQI="}}""")]
    [TestCase("""{"request":{"method":"ANY","urlPath":"/a"},"response":{"status":200,"delayDistribution":{"type":"uniform","lower":1,"upper":9}},"metadata":{"a":1}}""")]
    public void WireMock_s_mapping_comes_back_from_WireMock_Net_unchanged(string json) => ThereAndBack(json, StubDialect.WireMock);

    [TestCase("""{"request":{"method":"ANY","urlPath":"/a","host":{"equalTo":"h"}},"response":{}}""", StubDialect.WireMockNet, "the host")]
    [TestCase("""{"request":{"method":"ANY","urlPath":"/a"},"response":{},"scenarioName":"s","newScenarioState":"b"}""", StubDialect.WireMockNet, "any state")]
    [TestCase("""{"request":{"method":"ANY","bodyPatterns":[{"matchesJsonPath":{"expression":"$.a","equalTo":"x"}}]},"response":{}}""", StubDialect.WireMockNet, "what the JSONPath must find")]
    [TestCase("""{"request":{"method":"ANY","bodyPatterns":[{"equalToJson":{"a":1},"ignoreArrayOrder":true}]},"response":{}}""", StubDialect.WireMockNet, "ignoreArrayOrder")]
    [TestCase("""{"Description":"d","Request":{},"Response":{}}""", StubDialect.WireMock, "the description")]
    [TestCase("""{"Request":{"Url":"https://a/b"},"Response":{}}""", StubDialect.WireMock, "the address")]
    [TestCase("""{"Request":{"Body":{"Matcher":{"Name":"JsonPartialWildcardMatcher","Pattern":{"a":"x*"}}}},"Response":{}}""", StubDialect.WireMock, "the JSON is compared")]
    public void What_the_other_dialect_cannot_say_is_reported(string json, StubDialect to, string loss) =>
        StubMappingWriter.Write(Mapping.Read(json), to).Losses.Should().Contain(l => l.Contains(loss, StringComparison.Ordinal));

    [Test]
    public void Several_mappings_are_written_as_their_dialect_s_readers_expect_them()
    {
        MappingDocument one = StubMappingWriter.Write(Mapping.ForRequest(""" "Path": "/a" """), StubDialect.WireMockNet);
        MappingDocument two = StubMappingWriter.Write(Mapping.ForRequest(""" "Path": "/a" """), StubDialect.WireMock);

        JsonNode.Parse(StubMappingWriter.Compose([one, one], StubDialect.WireMockNet)).Should().BeOfType<JsonArray>();
        JsonNode.Parse(StubMappingWriter.Compose([two, two], StubDialect.WireMock))!["mappings"].Should().BeOfType<JsonArray>();
        JsonNode.Parse(StubMappingWriter.Compose([two], StubDialect.WireMock))!["request"].Should().NotBeNull();
    }

    private static void ThereAndBack(string json, StubDialect dialect)
    {
        StubDialect other = dialect == StubDialect.WireMock ? StubDialect.WireMockNet : StubDialect.WireMock;
        MappingDocument there = StubMappingWriter.Write(Mapping.Read(json), other);
        MappingDocument back = StubMappingWriter.Write(Mapping.Read(there.Json.ToJsonString()), dialect);

        there.Losses.Should().BeEmpty();
        back.Losses.Should().BeEmpty();
        JsonNode.DeepEquals(back.Json, JsonNode.Parse(json)).Should().BeTrue($"{back.Json} came back by way of {there.Json}");
    }
}
