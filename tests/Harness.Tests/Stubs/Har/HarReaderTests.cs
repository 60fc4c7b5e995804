using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Har;

/// <summary>What exporters write, cut into pieces.</summary>
internal sealed class HarReaderTests
{
    [TestCaseSource(typeof(ExportedHar), nameof(ExportedHar.Exporters))]
    public void A_call_reads_the_same_whoever_exported_it(string exporter)
    {
        HarEntry entry = Read(ExportedHar.File(exporter, ExportedHar.Entry(exporter)), out List<ContractProblem> problems).OfType<HarEntry>().Single();

        problems.Should().BeEmpty();
        entry.Request.Method.Should().Be("GET");
        entry.Request.Url.Should().EndWith("/apiproxy/x?top=1");
        entry.Request.Header("Accept").Should().Be("application/json");
        entry.Response.Status.Should().Be(200);
        entry.StartedAt!.Value.Millisecond.Should().Be(123);
        entry.Response.Content!.MediaType.Should().Be("application/json");
        if (exporter == "Playwright")
        {
            entry.Response.Content.File.Should().Be("body.json");
        }
        else
        {
            Encoding.UTF8.GetString(entry.Response.Content.Bytes(new HarInMemory("x"))!).Should().Be(ExportedHar.Body);
        }
    }

    [Test]
    public void Members_that_nobody_knows_survive_in_their_place()
    {
        byte[] har = ExportedHar.File("Chrome", ExportedHar.Entry("Chrome"));
        using var copy = new MemoryStream();
        using (var writer = new HarWriter(copy))
        {
            Read(har, out _).ForEach(writer.Write);
        }

        JsonNode.DeepEquals(JsonNode.Parse(copy.ToArray()), JsonNode.Parse(har)).Should().BeTrue();
    }

    [Test]
    public void Messages_of_a_web_socket_are_read_in_order()
    {
        JsonObject entry = ExportedHar.Entry("Chrome");
        entry["_webSocketMessages"] = new JsonArray(
            new JsonObject { ["type"] = "send", ["time"] = 1.5, ["opcode"] = 1, ["data"] = "{}" },
            new JsonObject { ["type"] = "receive", ["time"] = 1.6, ["opcode"] = 2, ["data"] = "AAEC" });

        IReadOnlyList<HarFrame> frames = Read(ExportedHar.File("Chrome", entry), out _).OfType<HarEntry>().Single().Frames;

        frames.Should().Equal(new HarFrame(true, 1, "{}"), new HarFrame(false, 2, "AAEC"));
    }

    [Test]
    public void An_answer_that_never_came_has_the_status_zero()
    {
        JsonObject entry = ExportedHar.Entry("Chrome");
        entry["response"] = new JsonObject { ["status"] = 0, ["statusText"] = "", ["headers"] = new JsonArray(), ["content"] = new JsonObject { ["size"] = 0, ["mimeType"] = "x-unknown" }, ["_error"] = "net::ERR_ABORTED" };

        HarResponse response = Read(ExportedHar.File("Chrome", entry), out _).OfType<HarEntry>().Single().Response;

        response.Status.Should().Be(0);
        response.Content!.Bytes(new HarInMemory("x")).Should().BeNull();
    }

    [Test]
    public void A_body_cut_in_the_middle_of_a_character_is_read()
    {
        string har = Encoding.UTF8.GetString(ExportedHar.File("Chrome", ExportedHar.Entry("Chrome"))).Replace("standard", "stand\\ud83d", StringComparison.Ordinal);

        HarContent content = Read(Encoding.UTF8.GetBytes(har), out List<ContractProblem> problems).OfType<HarEntry>().Single().Response.Content!;

        problems.Should().BeEmpty();
        content.Text.Should().Contain("stand");
    }

    [TestCase("", "cut off")]
    [TestCase("[]", "the outermost value is no object")]
    [TestCase("{\"log\":{}}", "no log with entries")]
    [TestCase("{\"log\":{\"entries\":{}}}", "the entries are no list")]
    [TestCase("{\"log\":{\"entries\":[{\"a\":1},", "cut off")]
    [TestCase("{\"log\":{\"entries\":[{\"a\":x}]}}", "not valid JSON")]
    public void What_is_no_HAR_is_told_with_its_place_and_without_a_word_of_it(string text, string problem)
    {
        Read(Encoding.UTF8.GetBytes(text), out List<ContractProblem> problems);

        problems.Should().ContainSingle().Which.ToString().Should().Contain(problem).And.StartWith("x.har");
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(4096)]
    public void Pieces_do_not_depend_on_how_the_stream_comes(int chunk)
    {
        byte[] har = ExportedHar.File("Chrome", Enumerable.Range(0, 20).Select(_ => ExportedHar.Entry("Chrome")));
        var problems = new List<ContractProblem>();

        HarPart[] parts = [.. HarReader.Read(new DripStream(har, chunk), "x.har", problems)];

        problems.Should().BeEmpty();
        parts.Select(p => Encoding.UTF8.GetString(p.Utf8.Span)).Should().Equal(Read(har, out _).Select(p => Encoding.UTF8.GetString(p.Utf8.Span)));
    }

    [Test]
    public void A_planted_recording_is_read_and_written_without_a_loss()
    {
        byte[] har = HarPlanter.BuildSmall(5).ToBytes();
        using var copy = new MemoryStream();
        using (var writer = new HarWriter(copy))
        {
            Read(har, out _).ForEach(writer.Write);
        }

        JsonNode.DeepEquals(JsonNode.Parse(copy.ToArray()), JsonNode.Parse(har)).Should().BeTrue();
    }

    private static List<HarPart> Read(byte[] har, out List<ContractProblem> problems)
    {
        problems = [];
        return [.. HarReader.Read(new MemoryStream(har), "x.har", problems)];
    }
}
