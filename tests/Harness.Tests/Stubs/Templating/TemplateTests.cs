using System.Text;
using System.Text.Json.Nodes;
using Harness.Stubs;
using Harness.Stubs.Mappings;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Templating;

internal sealed class TemplateTests
{
    private static readonly FakeStubRequest Call = new(
        "POST", "/api/users/a%20b?top=5&x=1&x=2", """{"name":"O'Neil & <co>","tags":["t1","t2"],"n":7}""", ("X-Trace", "abc"), ("Cookie", "sid=s1"));

    [TestCase("{{request.method}}", "POST")]
    [TestCase("{{request.path}}", "/api/users/a b")]
    [TestCase("{{request.path.[1]}}", "users")]
    [TestCase("{{request.pathSegments.[2]}} {{request.PathSegments.[0]}}", "a b api")]
    [TestCase("{{request.url}}", "/api/users/a%20b?top=5&x=1&x=2")]
    [TestCase("{{request.absoluteUrl}}", "https://portal.example.com/api/users/a%20b?top=5&x=1&x=2")]
    [TestCase("{{request.host}}", "portal.example.com")]
    [TestCase("{{request.query.top}}", "5")]
    [TestCase("{{request.query.x.[1]}}", "2")]
    [TestCase("{{request.query.missing}}", "")]
    [TestCase("{{request.headers.X-Trace}}", "abc")]
    [TestCase("{{request.headers.x-trace}}", "abc")]
    [TestCase("{{request.cookies.sid}}", "s1")]
    [TestCase("{{request.bodyAsJson.name}}", "O'Neil & <co>")]
    [TestCase("{{request.bodyAsJson.tags.[1]}}", "t2")]
    [TestCase("{{#each request.bodyAsJson.tags}}<{{this}}>{{/each}}", "<t1><t2>")]
    [TestCase("{{jsonPath request.body '$.tags[0]'}}", "t1")]
    [TestCase("{{JsonPath.SelectToken request.bodyAsJson \"$.n\"}}", "7")]
    [TestCase("{{jsonPath request.bodyAsJson '$.n'}}", "7")]
    [TestCase("{{JsonPath.SelectToken request.body '$.n'}}", "7")]
    [TestCase("{{jsonPath request.body '$.nothing'}}", "")]
    [TestCase("{{now}}", "2026-11-20T08:00:00Z")]
    [TestCase("{{now \"yyyy-MM-dd\"}}", "2026-11-20")]
    [TestCase("{{now offset='3 days' format='yyyy-MM-dd'}}", "2026-11-23")]
    [TestCase("{{now format='unix'}}", "1795161600")]
    [TestCase("{{DateTime.UtcNow 'yyyy'}}", "2026")]
    [TestCase("{{#if request.query.top}}yes{{else}}no{{/if}}", "yes")]
    [TestCase("no template", "no template")]
    public void A_template_is_filled_from_the_request_and_the_clock(string template, string expected) =>
        Encoding.UTF8.GetString(Template(template).Answer(Call).Body.Span).Should().Be(expected);

    [TestCase("{{request.query.top}}", "5")]
    [TestCase("{{request.bodyAsJson.n}}", "7")]
    [TestCase("{{request.path}}", "\"/api/users/a b\"")]
    [TestCase("id-{{request.query.top}}", "\"id-5\"")]
    public void A_text_of_a_JSON_body_that_is_all_template_becomes_what_it_reads_as(string template, string json)
    {
        StubMapping mapping = Mapping.Read($$"""{ "Request": {}, "Response": { "UseTransformer": true, "BodyAsJson": { "a": ["{{template}}"] } } }""");

        StubAnswer answer = mapping.Answer(Call);

        JsonNode.Parse(answer.Body.Span)!["a"]![0]!.ToJsonString().Should().Be(json);
        answer.ContentType.Should().Be("application/json");
    }

    [Test]
    public void Nothing_is_filled_without_a_transformer() =>
        Encoding.UTF8.GetString(Mapping.Read("""{ "Request": {}, "Response": { "Body": "{{request.path}}" } }""").Answer(Call).Body.Span).Should().Be("{{request.path}}");

    [Test]
    public void Headers_are_templates_too_and_cannot_be_broken_out_of()
    {
        StubMapping mapping = Mapping.Read("""{ "Request": {}, "Response": { "UseTransformer": true, "Headers": { "X-Echo": "{{request.body}}", "Content-Length": "3" } } }""");

        StubAnswer answer = mapping.Answer(new FakeStubRequest("POST", "/", "a\r\nSet-Cookie: b"));

        answer.Headers.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("X-Echo", "a Set-Cookie: b"));
    }

    [Test]
    public void What_the_request_brings_is_never_taken_for_a_template() =>
        Encoding.UTF8.GetString(Template("{{request.body}}").Answer(new FakeStubRequest("POST", "/", "{{request.path}}")).Body.Span).Should().Be("{{request.path}}");

    private static StubMapping Template(string body) => Mapping.Read(new JsonObject
    {
        ["Request"] = new JsonObject(),
        ["Response"] = new JsonObject { ["Body"] = body, ["UseTransformer"] = true },
    }.ToJsonString());
}
