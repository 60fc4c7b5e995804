using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class ExportPollingQuirkTests
{
    private const string Quirk = "export-polling: { operations: [/**], id: /job, asks: job, takes: PT5S, /status: InProgress, remove: [/url] }";

    [Test]
    public void A_job_runs_for_a_while_and_then_has_an_address()
    {
        using var bench = new QuirkBench(Quirk);
        string id = (string)bench.Amended(bench.Call("POST", "/start"), """{"job":"x"}""")!["job"]!;

        JsonNode running = bench.Amended(bench.Call("GET", $"/status?job={id}"), """{"status":"Succeeded","url":"https://x"}""")!;
        bench.Clock.Now += TimeSpan.FromSeconds(6);
        JsonNode done = bench.Amended(bench.Call("GET", $"/status?job={id}"), """{"status":"Succeeded","url":"https://x"}""")!;

        Guid.TryParse(id, out _).Should().BeTrue();
        running.ToJsonString().Should().Be("""{"status":"InProgress"}""");
        ((string)done["url"]!).Should().Be("https://x");
    }

    [TestCase("4a0fbe28-cdf2-4886-95ed-49de58564499")]
    [TestCase("nonsense")]
    public void A_job_that_was_not_started_here_was_done_long_ago(string id)
    {
        using var bench = new QuirkBench(Quirk);

        ((string)bench.Amended(bench.Call("GET", $"/status?job={id}"), """{"status":"Succeeded"}""")!["status"]!).Should().Be("Succeeded");
    }
}
