using Harness.Drift.Findings;
using Harness.Drift.Reports;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Corpus;

/// <summary>The newer of two real contracts is served, the older one is what the runner knows: it must find what changed, and nothing else.</summary>
internal sealed class RealDriftTests
{
    private const int WarmUp = 14;

    private static readonly HashSet<string> Gone = ["endpoint-removed", "method-changed"];

    [TestCaseSource(typeof(DriftPair), nameof(DriftPair.Numbers))]
    public async Task The_first_night_after_a_change_tells_exactly_what_a_reader_can_see(string number)
    {
        DriftPair pair = DriftPair.Require(number);
        await using RunningServer after = await Serve(pair.AfterFolder);
        using var nights = new DriftNights(pair.Before);

        RunReport report = await nights.Night(await DriftBench.Of(after));

        Tell(pair, report).Should().BeEmpty();
        report.Findings.Should().NotContain(f => f.Gates || f.Severity > Severity.Warn, "without a baseline nothing gates");
    }

    [TestCaseSource(typeof(DriftPair), nameof(DriftPair.Numbers))]
    public async Task A_change_after_known_nights_gates_where_its_rule_may(string number)
    {
        DriftPair pair = DriftPair.Require(number);
        if (pair.Expected.Count == 0)
        {
            Assert.Ignore("Nothing that a run can see changed; that the first night is silent is a test of its own.");
        }

        using var nights = new DriftNights(pair.Before);
        await using (RunningServer before = await Serve(pair.BeforeFolder))
        {
            Target target = await DriftBench.Of(before);
            for (int i = 0; i < WarmUp; i++)
            {
                RunReport quiet = await nights.Night(target);
                quiet.Findings.Where(f => f.Severity >= Severity.Warn).Select(Place).Should().BeEmpty($"nothing changed until night {i + 1}");
            }
        }

        await using RunningServer after = await Serve(pair.AfterFolder);
        Target changed = await DriftBench.Of(after);
        RunReport report = await nights.Night(changed);
        for (int i = 1; i < 6; i++)
        {
            report = await nights.Night(changed);
        }

        // An answer that lost all that it is known to have had is told once, as empty.
        HashSet<string> emptied = [.. report.Findings.Where(f => f is { Kind: "empty", Pointer: "" }).Select(f => f.Path)];
        Tell(pair, report).Where(t => !IsNews(t) && !emptied.Any(e => t.Contains(e, StringComparison.Ordinal))).Should().BeEmpty();
        report.Findings.Where(f => f.Kind is not ("property-added" or "error-in-success" or "empty") && !f.Gates && !IsAskedByGuess(f)).Select(f => $"{Place(f)} {f.Severity} {f.Evidence} {f.Because}").Should().BeEmpty("it has been gone for six nights");
        report.Findings.Should().NotContain(f => f.Gates && (f.Kind == "property-added" || f.Kind == "error-in-success"));
        (report.ExitCode, report.Verdict).Should().Be(pair.Expected.Any(e => e.Kind != "property-added") ? (1, Verdict.Drift) : (0, Verdict.Clean));
    }

    [Test]
    public async Task A_contract_that_is_served_as_it_is_known_gives_nothing()
    {
        foreach (string number in DriftPair.Numbers)
        {
            DriftPair pair = DriftPair.Require(number);
            await using RunningServer before = await Serve(pair.BeforeFolder);
            using var nights = new DriftNights(pair.Before);

            RunReport report = await nights.Night(await DriftBench.Of(before));

            report.Findings.Select(Place).Should().BeEmpty($"pair {number} is served as it is known");
        }
    }

    private static Task<RunningServer> Serve(string contracts) => RunningServer.Start(o => o with { Contracts = [contracts], NoCore = true });

    private static List<string> Tell(DriftPair pair, RunReport report)
    {
        ILookup<string, string> documents = pair.Before.Operations.ToLookup(o => o.Path, o => o.DocumentPath);
        SeenEdit[] found = [.. report.Findings.Select(f => new SeenEdit(documents[f.Path].First(), Kind(f), f.Pointer, Status(f)))];
        return
        [
            .. pair.Expected.Except(found).Select(e => $"missing: {e}"),
            .. found.Except(pair.Expected).Select(e => $"too much: {e}"),
            .. found.Where(f => f.Status is { } status && pair.Expected.Any(e => e.Equals(f) && e.Status != status)).Select(f => $"other status: {f} {f.Status}"),
        ];
    }

    // Where the older contract says "an object" and no more, the portal is known to give an empty one, and all that is in it later is new.
    private static bool IsNews(string line) =>
        line.StartsWith("too much: property-added", StringComparison.Ordinal) || line.StartsWith("too much: error-in-success", StringComparison.Ordinal);

    // Once its list is gone nothing names an id, and what a guessed one gets is a warning at most.
    private static bool IsAskedByGuess(Finding finding) => finding is { Rule: "DRIFT102", Severity: Severity.Warn } && finding.Path.EndsWith('}');

    // The history has one word for what the rules tell apart.
    private static string Kind(Finding finding) => Gone.Contains(finding.Kind) ? "endpoint-removed" : finding.Kind == "property-missing" ? "property-removed" : finding.Kind;

    private static int? Status(Finding finding) => finding.Rule switch
    {
        "DRIFT102" => 404,
        "DRIFT103" => 405,
        _ => null,
    };

    private static string Place(Finding finding) => $"{finding.Rule} {finding.Path} {finding.Pointer}";
}
