using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Stubs.Leaks;
using Harness.Stubs.Mappings;
using Harness.Stubs.Recordings;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Recordings;

internal sealed class RecordingComposerTests
{
    private const string Users = "https://security.microsoft.com/apiproxy/msgraph/v1.0/users";

    private static readonly CallReader Reader = new(new CompiledContracts
    {
        Families = DeclaredOperations.OfCore.Families,
        Operations = DeclaredOperations.OfCore.All,
        Problems = [],
        ContentHash = "",
    });

    [Test]
    public void A_recording_is_a_stub_mapping_that_names_its_operation_and_its_origin()
    {
        RecordingFile file = Compose(Entry("GET", Users, """{"value":[]}""")).Single();

        file.RelativePath.Should().StartWith("defender/get-apiproxy-msgraph-v1-0-users-").And.EndWith(".json");
        JsonNode mapping = JsonNode.Parse(file.Text)!;
        ((string)mapping["Request"]!["Path"]!).Should().Be("/apiproxy/msgraph/v1.0/users");
        ((string)mapping["Data"]!["recording"]!["operation"]!).Should().Be("GET /apiproxy/msgraph/v1.0/users");
        ((string)mapping["Data"]!["recording"]!["recordedAt"]!).Should().Be("2026-01-02T03:04:05Z");
        ((string)mapping["Data"]!["recording"]!["sanitizer"]!).Should().Be("rules-7");
        Read(file).Should().ContainSingle().Which.Response.Body!.Json!.ToJsonString().Should().Be("""{"value":[]}""");
    }

    [Test]
    public void Provenance_survives_writing_and_reading()
    {
        StubMapping mapping = Read(Compose(Entry("GET", Users, "{}")).Single()).Single();

        Provenance.Of(mapping).Should().Be(new Provenance(
            "defender", "GET /apiproxy/msgraph/v1.0/users", "security.microsoft.com", "/apiproxy/msgraph/v1.0/users", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "rules-7"));
    }

    [Test]
    public void Replies_to_different_parameters_are_told_apart_by_them()
    {
        RecordingFile file = Compose(Entry("GET", Users + "?$top=1", """{"value":[1]}"""), Entry("GET", Users + "?$top=2&%24skip=a%20b", """{"value":[2]}"""), Entry("GET", Users, """{"value":[3]}""")).Single();

        IReadOnlyList<StubMapping> mappings = Read(file);
        mappings.Should().HaveCount(3).And.OnlyContain(m => m.Scenario == null);
        mappings.OrderBy(m => m.Priority).Select(m => m.Request.Query.Count).Should().Equal(2, 1, 0);
        file.Text.Should().Contain("\"$skip\"").And.Contain("\"a b\"");
    }

    [Test]
    public void Several_replies_to_one_request_become_a_sequence_whose_last_one_stays()
    {
        StubMapping[] mappings = [.. Read(Compose(Entry("GET", Users, "[1]", 5), Entry("GET", Users, "[2]", 9), Entry("GET", Users, "[0]", 1)).Single())];

        mappings.Select(m => m.Response.Body!.Json!.ToJsonString()).Should().Equal("[0]", "[1]", "[2]");
        mappings.Select(m => m.Scenario!.RequiredState).Should().Equal(ScenarioStep.Start, "reply 2", "reply 3");
        mappings.Select(m => m.Scenario!.NextState).Should().Equal("reply 2", "reply 3", "reply 3");
    }

    [Test]
    public void The_same_reply_twice_is_one_recording() =>
        Compose(Entry("GET", Users, "[1]", 1), Entry("GET", Users, "[1]", 2)).Single().Recordings.Should().Be(1);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void A_file_written_piece_by_piece_is_the_one_that_would_be_written_at_once(int calls)
    {
        RecordingFile file = Compose([.. Enumerable.Range(0, calls).Select(i => Entry("GET", $"{Users}?$top={i}", $$"""{"value":[{"a":"ü\"{{i}}"}]}"""))]).Single();

        JsonNode json = JsonNode.Parse(file.Text)!;
        file.Text.Should().Be(StubMappingWriter.Compose([.. (json as JsonArray ?? [json.DeepClone()]).Select(m => new MappingDocument(m!.AsObject(), []))], StubDialect.WireMockNet));
    }

    [Test]
    public void A_leak_in_the_third_recording_of_a_file_is_named_by_the_files_own_line()
    {
        HarInMemory har = Har(Entry("GET", Users + "?$top=1", "[1]"), Entry("GET", Users + "?$top=2", "[2]"), Entry("GET", Users + "?$top=3", """["0b1c2d3e-1111-4222-8333-944455556666"]"""));
        using var composer = new RecordingComposer();
        using var texts = new Spool();
        foreach (HarEntry entry in har.Entries([]))
        {
            composer.Add(Reader.Read(entry, har, out _)!);
        }

        var leaks = new List<Leak>();
        string text = composer.Compose("rules-7", texts, "recordings", leaks).Single().Text;

        Leak leak = leaks.Should().ContainSingle().Which;
        text.Split('\n')[leak.Line - 1].Should().Contain("0b1c2d3e-");
        leak.Path.Should().StartWith(Path.Combine("recordings", "defender"));
    }

    [Test]
    public void Text_that_is_no_object_plays_back_byte_for_byte()
    {
        StubMapping mapping = Read(Compose(Entry("GET", Users, " true\n")).Single()).Single();

        mapping.Response.Body!.Text.Should().Be(" true\n");
    }

    [TestCase("GET", "https://elsewhere.example/a", "{}", "application/json", 200, LeftOut.OtherHost)]
    [TestCase("GET", "https://security.microsoft.com/apiproxy/nobody/knows/this", "{}", "application/json", 200, LeftOut.NoOperation)]
    [TestCase("GET", Users, "{}", "application/json", 302, LeftOut.NoSuccess)]
    [TestCase("GET", Users, "{}", "application/json", 403, LeftOut.NoSuccess)]
    [TestCase("GET", Users, "<html></html>", "text/html", 200, LeftOut.NoData)]
    [TestCase("GET", Users, "", "application/json", 200, LeftOut.NoData)]
    [TestCase("GET", Users, "{\"cut\": [1, 2", "application/json", 200, LeftOut.Cut)]
    [TestCase("POST", "https://security.microsoft.com/apiproxy/mtp/settings/SaveAdvancedFeaturesSetting", "{}", "application/json", 200, LeftOut.Write)]
    [TestCase("GET", "not an address", "{}", "application/json", 200, LeftOut.OtherHost)]
    public void A_call_that_is_no_recording_says_why(string method, string url, string body, string type, int status, LeftOut expected)
    {
        HarInMemory har = Har(Entry(method, url, body, type: type, status: status));

        Reader.Read(har.Entries([]).Single(), har, out LeftOut reason).Should().BeNull();
        reason.Should().Be(expected);
    }

    [Test]
    public void A_path_is_kept_as_it_was_sent()
    {
        const string path = "/_api/SPO.Tenant/sites('a%20b')";
        HarInMemory har = Har(Entry("GET", $"https://org1-admin.sharepoint.com{path}?x=1#f", "{}"));

        Reader.Read(har.Entries([]).Single(), har, out _)!.Path.Should().Be(path);
    }

    private static IReadOnlyList<StubMapping> Read(RecordingFile file)
    {
        var problems = new List<ContractProblem>();
        IReadOnlyList<StubMapping> mappings = StubMappingReader.Read(file.Text, file.RelativePath, null, problems);
        problems.Should().BeEmpty();
        return mappings;
    }

    private static IReadOnlyList<RecordingFile> Compose(params JsonObject[] entries)
    {
        HarInMemory har = Har(entries);
        using var composer = new RecordingComposer();
        using var texts = new Spool();
        foreach (HarEntry entry in har.Entries([]))
        {
            composer.Add(Reader.Read(entry, har, out LeftOut reason) ?? throw new AssertionException($"left out: {reason}"));
        }

        return [.. composer.Compose("rules-7", texts, "recordings", []).Select(f => new RecordingFile(f.RelativePath, f.Text, f.Recordings))];
    }

    private static HarInMemory Har(params JsonObject[] entries)
    {
        var har = new HarInMemory("a test's");
        Array.ForEach(entries, har.Add);
        return har;
    }

    private static JsonObject Entry(string method, string url, string body, int second = 5, string type = "application/json", int status = 200) => new()
    {
        ["startedDateTime"] = $"2026-01-02T03:04:{second:00}Z",
        ["request"] = new JsonObject { ["method"] = method, ["url"] = url, ["headers"] = new JsonArray() },
        ["response"] = new JsonObject
        {
            ["status"] = status,
            ["headers"] = new JsonArray(),
            ["content"] = new JsonObject { ["mimeType"] = type, ["text"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(body)), ["encoding"] = "base64" },
        },
    };
}
