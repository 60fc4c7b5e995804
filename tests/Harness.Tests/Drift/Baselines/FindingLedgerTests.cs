using Harness.Drift.Baselines;
using Harness.Drift.Findings;
using Harness.Tests.Drift.Reports;

namespace Harness.Tests.Drift.Baselines;

internal sealed class FindingLedgerTests
{
    private static readonly Finding Missing = Runs.Finding();
    private static readonly HashSet<string> Judged = [$"{Missing.Family} {Missing.Method} {Missing.Path}"];

    [Test]
    public void A_finding_is_news_once_and_known_on_the_next_night()
    {
        FindingLedger after = FindingLedger.Empty.After([Missing], [], "night-1");

        FindingLedger.Empty.Judge([Missing], [], "night-1").Single().State.Should().Be(FindingState.New);
        after.Judge([Missing], [], "night-2").Single().Should().Match<Finding>(f => f.State == FindingState.Known && f.Gates);
    }

    [Test]
    public void A_run_that_was_stopped_and_goes_on_still_calls_its_own_findings_news() =>
        FindingLedger.Empty.After([Missing], [], "night-1").Judge([Missing], [], "night-1").Single().State.Should().Be(FindingState.New);

    [Test]
    public void An_accepted_finding_no_longer_gates()
    {
        FindingLedger accepted = FindingLedger.Empty.After([Missing], [], "night-1").Accept(new HashSet<string> { Missing.Fingerprint }, DateTimeOffset.UnixEpoch);

        accepted.Judge([Missing], [], "night-2").Single().Should().Match<Finding>(f => f.State == FindingState.Accepted && !f.Gates);
    }

    [Test]
    public void An_acceptance_ends_with_its_finding_so_that_the_same_change_is_news_again()
    {
        FindingLedger accepted = FindingLedger.Empty.After([Missing], [], "night-1").Accept(new HashSet<string> { Missing.Fingerprint }, DateTimeOffset.UnixEpoch);
        FindingLedger mended = accepted.After([], accepted.Resolved([], Judged), "night-2");

        mended.Entries.Should().BeEmpty();
        mended.Judge([Missing], [], "night-3").Single().Should().Match<Finding>(f => f.State == FindingState.New && f.Gates);
    }

    [Test]
    public void A_finding_whose_operation_could_not_be_judged_tonight_is_not_resolved()
    {
        FindingLedger open = FindingLedger.Empty.After([Missing], [], "night-1");

        open.Resolved([], new HashSet<string>()).Should().BeEmpty();
        open.After([], [], "night-2").Entries.Should().ContainSingle();
    }
}
