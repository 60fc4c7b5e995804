using Harness.Contracts;
using Harness.Stubs.Mappings;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Mappings;

internal sealed class MalformedMappingTests
{
    [TestCase("{ \"Request\": {},\n  \"Response\": { \"StatusCode\": 2000 } }", 2, 31, "'StatusCode' in the response must be a whole number")]
    [TestCase("{ \"Request\": {},\n\n \"Respons\": {} }", 3, 2, "unknown member 'Respons' in a mapping")]
    [TestCase("{ \"Request\": { \"Path\": { \"Matchers\": [\n { \"Name\": \"RegexMatcher\", \"Pattern\": \"(\" } ] } }, \"Response\": {} }", 2, 39, "the pattern '(' cannot be used")]
    [TestCase("{ \"Request\": { \"Headers\": [ { \"Name\": \"é\", \"Matchers\": [ { \"Name\": \"LinqMatcher\" } ] } ] }, \"Response\": {} }", 1, 68, "LinqMatcher is not supported")]
    [TestCase("{ \"Request\": { \"Body\": { \"Matcher\": { \"Name\": \"ExactMacher\", \"Pattern\": \"a\" } } }, \"Response\": {} }", 1, 47, "there is no matcher 'ExactMacher'")]
    [TestCase("{ \"Request\": { \"Body\": { \"Matcher\": { \"Name\": \"JsonPathMatcher\", \"Pattern\": \"$.[\" } } }, \"Response\": {} }", 1, 77, "the pattern '$.[' cannot be used")]
    [TestCase("{ \"Request\": { \"ClientIP\": \"127.0.0.1\" }, \"Response\": {} }", 1, 16, "'ClientIP' in the request cannot be served")]
    [TestCase("{ \"Request\": {}, \"Response\": { \"Fault\": { \"Type\": \"EMPTY_RESPONSE\" } } }", 1, 32, "'Fault' in the response cannot be served")]
    [TestCase("{ \"Request\": {}, \"Response\": { \"Body\": \"a\", \"BodyAsJson\": {} } }", 1, 59, "the response has both Body and BodyAsJson")]
    [TestCase("{ \"Request\": {}, \"Response\": { \"BodyAsBytes\": \"%\" } }", 1, 47, "'BodyAsBytes' is not Base64")]
    [TestCase("{ \"Request\": {}, \"Response\": { \"BodyAsFile\": \"a.json\" } }", 1, 46, "a body in a file cannot be served from here")]
    [TestCase("{ \"Request\": {}, \"Response\": { \"Headers\": { \"A\": \"x\\r\\nB: y\" } } }", 1, 45, "the header 'A' cannot be sent")]
    [TestCase("{ \"Request\": {}, \"Response\": { \"UseTransformer\": true, \"Body\": \"{{#if a}}\" } }", 1, 64, "the template cannot be filled")]
    [TestCase("{ \"Request\": {}, \"Response\": { \"UseTransformer\": true, \"Body\": \"{{> secret}}\" } }", 1, 64, "the template cannot be filled")]
    [TestCase("{ \"Request\": {}, \"Response\": { \"UseTransformer\": true, \"TransformerType\": \"Scriban\" } }", 1, 75, "there are no Scriban templates")]
    [TestCase("{ \"Request\": {}, \"Response\": {}, \"WhenStateIs\": \"x\" }", 1, 49, "a state without a scenario")]
    [TestCase("{ \"Request\": {}, \"Response\": {}, \"Guid\": \"x\" }", 1, 42, "'x' is no GUID")]
    [TestCase("{ \"Request\": {} }", 1, 1, "a mapping has no Response")]
    [TestCase("[ 1 ]", 1, 3, "a mapping must be an object, not the number 1")]
    [TestCase("{\n  \"Request\": {},\n  \"Response\" {}\n}", 3, 14, "not readable as JSON")]
    [TestCase("{ \"request\": { \"urlPath\": \"/a\", \"url\": \"/b\" }, \"response\": {} }", 1, 27, "the request has both url and urlPath")]
    [TestCase("{ \"request\": { \"url\": \"/a\" }, \"response\": { \"fault\": \"EMPTY_RESPONSE\" } }", 1, 45, "'fault' in the response cannot be served")]
    [TestCase("{ \"request\": { \"headers\": { \"a\": { \"matchesXPath\": \"/x\" } } }, \"response\": {} }", 1, 36, "'matchesXPath' in a pattern cannot be served")]
    [TestCase("{ \"request\": { \"bodyPatterns\": [ { \"matchesJsonPath\": \"$[\" } ] }, \"response\": {} }", 1, 55, "the path '$[' cannot be used")]
    public void A_mistake_is_shown_where_it_stands_and_the_mapping_is_left_out(string json, int line, int column, string what)
    {
        IReadOnlyList<StubMapping> mappings = Mapping.Read(json, out List<ContractProblem> problems);

        mappings.Should().BeEmpty();
        ContractProblem problem = problems.Should().ContainSingle(p => p.What.StartsWith(what, StringComparison.Ordinal)).Subject;
        (problem.Path, problem.Line, problem.Column).Should().Be((Mapping.File, line, column));
        problem.Fix.Should().NotBeEmpty();
    }

    [Test]
    public void Every_mistake_is_reported_not_the_first_and_sound_mappings_are_kept()
    {
        IReadOnlyList<StubMapping> mappings = Mapping.Read(
            """
            { "Mappings": [
              { "Request": { "Pat": "/" }, "Response": { "Status": 1 } },
              { "Title": "sound", "Request": { "Path": "/" }, "Response": {} },
              { "Request": { "Methods": [1] }, "Response": {} }
            ] }
            """,
            out List<ContractProblem> problems);

        mappings.Should().ContainSingle().Which.Title.Should().Be("sound");
        problems.Select(p => p.Line).Should().Equal(2, 2, 4);
    }

    [Test]
    public void A_document_that_is_nested_without_end_is_a_problem_not_a_crash()
    {
        Mapping.Read(new string('[', 100_000), out List<ContractProblem> problems).Should().BeEmpty();

        problems.Should().ContainSingle();
    }
}
