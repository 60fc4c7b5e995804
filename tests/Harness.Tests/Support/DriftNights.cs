using Harness.Contracts;
using Harness.Drift;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Reports;
using Harness.Drift.Runs;
using Harness.Drift.Targets;

namespace Harness.Tests.Support;

/// <summary>Night after night of one target, each a whole run that reads and writes the baseline on disk, as the command line does it.</summary>
internal sealed class DriftNights : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CompiledContracts _contracts;
    private readonly string[] _families;
    private readonly StandingClock _clock = new(new DateTimeOffset(2026, 10, 1, 2, 0, 0, TimeSpan.Zero));

    public DriftNights(CompiledContracts contracts, params string[] families)
    {
        _contracts = contracts;
        _families = families;
    }

    private string Baseline => Path.Combine(_folder.Path, "baseline");

    public async Task<RunReport> Night(Target target, IProbeProgress? progress = null)
    {
        _clock.Now += TimeSpan.FromDays(1);
        Plan plan = Planner.Make(target, _contracts, new PlanOptions { Families = _families, Shard = Shard.Whole, Now = _clock.Now });
        var problems = new List<ContractProblem>();
        TargetKnowledge knowledge = TargetKnowledge.Read(Baseline, target.Name, DateOnly.FromDateTime(_clock.Now.UtcDateTime), problems);
        problems.Should().BeEmpty();
        var settings = new DriftRunSettings
        {
            Probing = DriftBench.Options(_folder.Path) with { Progress = progress },
            Out = Path.Combine(_folder.Path, "out"),
            Formats = [],
            Baseline = Baseline,
            Clock = _clock,
        };
        return await new DriftRun(plan, _contracts, knowledge, settings).Run(CancellationToken.None);
    }

    /// <summary>The same nights, to be gone on with in another way.</summary>
    public DriftNights Fork()
    {
        var fork = new DriftNights(_contracts, _families);
        fork._clock.Now = _clock.Now;
        foreach (string file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(fork._folder.Path, Path.GetRelativePath(_folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return fork;
    }

    public void Dispose() => _folder.Dispose();
}
