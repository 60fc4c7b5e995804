using Harness.Drift.Guard;
using Harness.Drift.Planning;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Targets;

internal sealed class TargetGateTests
{
    private TemporaryFolder _data = null!;
    private RecordingProxy _server = null!;
    private Target _target = null!;

    [SetUp]
    public void Start()
    {
        _data = new TemporaryFolder();
        _server = RecordingProxy.Answering();
        _target = DriftBench.At(_server.Address);
    }

    [TearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        _data.Dispose();
    }

    [Rail("R07")]
    [Test]
    public async Task A_target_that_is_not_marked_as_non_production_is_never_contacted() => await Refused(_target with { NonProduction = false }, "lab");

    [Test]
    public async Task A_target_that_nobody_has_confirmed_is_not_contacted() => await Refused(_target, null);

    [Test]
    public async Task A_confirmation_of_another_name_confirms_nothing() => await Refused(_target, "lab-2");

    [Test]
    public void A_confirmation_is_remembered_for_this_tenant_and_no_other()
    {
        var confirmations = new Confirmations(_data.Path);

        TargetGate.Pass(_target, "lab", confirmations);

        FluentActions.Invoking(() => TargetGate.Pass(_target, null, new Confirmations(_data.Path))).Should().NotThrow();
        FluentActions.Invoking(() => TargetGate.Pass(_target with { TenantId = Guid.Parse("99999999-2222-3333-4444-555555555555") }, null, confirmations))
            .Should().Throw<GuardRefusalException>();
    }

    private async Task Refused(Target target, string? confirm)
    {
        Plan plan = DriftBench.Plan(target, DriftBench.Core, null, "defender");

        Func<Task> run = () => DriftBench.Observe(plan, DriftBench.Options(_data.Path) with { Confirm = confirm });

        await run.Should().ThrowAsync<GuardRefusalException>();
        _server.Bytes.Should().Be(0);
    }
}
