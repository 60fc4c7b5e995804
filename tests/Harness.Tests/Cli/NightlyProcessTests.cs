using System.Text.Json.Nodes;
using System.Xml.Linq;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>The contract runner as a person or a pipeline uses it: one process a night, against a server that is another process.</summary>
internal sealed class NightlyProcessTests
{
    private const string Victim = "/_api/GroupSiteManager/CanUserCreateGroup";

    [Test]
    public async Task A_vanished_endpoint_turns_the_second_night_red_and_is_green_again_once_accepted()
    {
        using NightlyProcess drift = await NightlyProcess.Start("sharepoint-admin");
        for (int night = 1; night <= 3; night++)
        {
            (await drift.Run()).ExitCode.Should().Be(0, $"nothing has happened by night {night}");
        }

        await drift.Quirk($$"""{"family":"sharepoint-admin","operation":"GET {{Victim}}","kind":"error","status":404}""");
        ProcessResult first = await drift.Run();
        ProcessResult second = await drift.Run();

        (first.ExitCode, second.ExitCode).Should().Be((0, 1), second.ToString());
        JsonObject finding = drift.Report()["findings"]!.AsArray().OfType<JsonObject>().Single(f => (bool)f["gates"]!);
        string fingerprint = (string)finding["fingerprint"]!;
        ((string)finding["rule"]!, (string)finding["kind"]!, (string)finding["path"]!, (string)finding["evidence"]!).Should().Be(("DRIFT102", "endpoint-removed", Victim, "E4"));
        RequireReports(drift.In("out"), fingerprint);

        ProcessResult told = await drift.Drift("explain", fingerprint, "--out", drift.In("out"));
        (told.ExitCode, (await drift.Drift("explain", "0000000000000000", "--out", drift.In("out"))).ExitCode).Should().Be((0, 2));
        told.Output.Should().Contain("DRIFT102").And.Contain(Victim);

        (await drift.Drift("accept", fingerprint, "--baseline", drift.In("baseline"))).ExitCode.Should().Be(0);
        (await drift.Run()).ExitCode.Should().Be(0, "it is the new normal");
        await drift.Mend();
        await drift.Quirk("""{"family":"sharepoint-admin","kind":"error","status":401}""");
        (await drift.Run()).ExitCode.Should().Be(3, "nobody is signed in");
        drift.Report()["environment"]!.AsArray().Select(e => (string)e!["rule"]!).Should().Contain("DRIFT001").And.BeSubsetOf(["DRIFT001", "DRIFT007"]);
    }

    [Test]
    public async Task A_target_that_names_no_tenant_is_wrong_input()
    {
        using NightlyProcess drift = await NightlyProcess.Start("sharepoint-admin");
        drift.Write(drift.Target, "", ["sharepoint-admin"]);

        ProcessResult ended = await drift.Run();

        ended.ExitCode.Should().Be(2);
        (ended.Output + ended.Error).Should().Contain("tenantId").And.Contain("lab.yml:1");
    }

    [Test]
    public async Task Parts_that_are_merged_say_what_one_run_says()
    {
        using NightlyProcess drift = await NightlyProcess.Start("sharepoint-admin", "defender");
        await drift.Quirk($$"""{"family":"sharepoint-admin","operation":"GET {{Victim}}","kind":"error","status":404}""");
        string[] parts = [drift.In("part-1"), drift.In("part-2")];

        int whole = (await drift.Drift("run", "--target", drift.Target, "--i-confirm", "lab", "--rate", "off", "--no-baseline", "--out", drift.In("whole"))).ExitCode;
        for (int i = 0; i < parts.Length; i++)
        {
            (await drift.Drift("run", "--target", drift.Target, "--rate", "off", "--no-baseline", "--shard", $"{i + 1}/2", "--out", parts[i])).ExitCode.Should().Be(0);
        }

        ProcessResult merged = await drift.Drift(["merge", .. parts, "--out", drift.In("merged")]);

        merged.ExitCode.Should().Be(whole, merged.ToString());
        Said(drift.Report("merged")).Should().Be(Said(drift.Report("whole")));
        drift.Report("merged")["findings"]!.AsArray().Should().ContainSingle();
        Files(drift.In("merged")).Should().BeEquivalentTo(Files(drift.In("whole")));
        (await drift.Drift("merge", parts[0], "--out", drift.In("half"))).ExitCode.Should().Be(3, "a part is missing");
    }

    private static void RequireReports(string folder, string fingerprint)
    {
        foreach (string file in (string[])["report.md", "report.html", "report.sarif", "report.json"])
        {
            File.ReadAllText(Path.Combine(folder, file)).Should().Contain(fingerprint, file);
        }

        JsonNode run = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "report.sarif")))!["runs"]![0]!;
        JsonNode place = run["results"]![0]!["locations"]![0]!["physicalLocation"]!;
        ((string)place["artifactLocation"]!["uri"]!).Should().StartWith("contracts/").And.NotContain("..");
        ((int)place["region"]!["startLine"]!).Should().BePositive();
        XDocument.Load(Path.Combine(folder, "report.junit.xml")).Descendants("failure").Should().ContainSingle();
        JsonNode tests = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "report.ctrf.json")))!["results"]!;
        ((int)tests["summary"]!["failed"]!).Should().Be(1);
        ((int)tests["summary"]!["tests"]!).Should().Be(tests["tests"]!.AsArray().Count);
    }

    // All but what tells one run from another: when it was, how long it took, and how often the canaries were asked.
    private static string Said(JsonObject report)
    {
        var said = (JsonObject)report.DeepClone();
        foreach (string name in (string[])["runId", "startedAt", "finishedAt", "requests", "trend"])
        {
            said.Remove(name);
        }

        foreach (JsonObject operation in said["operations"]!.AsArray().OfType<JsonObject>())
        {
            operation.Remove("milliseconds");
        }

        return said.ToJsonString();
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "report.*").Select(f => Path.GetFileName(f));
}
