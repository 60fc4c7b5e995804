using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Families;

public sealed class RoleReaderTests
{
    [Test]
    public void A_gate_holds_for_its_operations_and_methods_without_its_exceptions()
    {
        RoleGate gate = Read("operations: [/api/**], on: [POST], except: [\"POST /api/list\"], anyOf: [Reader], refusal: no, evidence: documented, source: a guide");

        gate.Scope.Covers("POST", "", "/api/things").Should().BeTrue();
        gate.Scope.Covers("GET", "", "/api/things").Should().BeFalse();
        gate.Scope.Covers("POST", "", "/api/list").Should().BeFalse();
        gate.Kind.Should().Be(TokenKind.Any);
        gate.Evidence.Should().Be(EvidenceGrade.Documented);
        gate.Source.Should().Be("a guide");
    }

    [TestCase("any", false, "reader", true)]
    [TestCase("any", false, "Other", false)]
    [TestCase("any", true, "Other", false)]
    [TestCase("any", false, "Global Administrator", true)]
    [TestCase("delegated", true, "Other", true)]
    [TestCase("delegated", false, "Other", false)]
    [TestCase("app", true, "Other", false)]
    [TestCase("app", false, "Other", true)]
    public void A_gate_admits_whom_it_does_not_concern_and_whoever_holds_a_role(string kind, bool isAppOnly, string role, bool admits) =>
        Read($"operations: [/**], kind: {kind}, anyOf: [Reader], refusal: no").Admits(isAppOnly, [role]).Should().Be(admits);

    [Test]
    public void Mistakes_are_told_where_they_stand()
    {
        TestFamily.Read($"{TestFamily.Frame}roles:\n  - {{ on: [FETCH], kind: apps, refusal: nope, rolls: [] }}\n", out List<ContractProblem> problems).Should().BeNull();

        string[] told = [.. problems.Select(p => p.ToString())];
        told.Should().HaveCount(6).And.OnlyContain(p => p.StartsWith(TestFamily.Path, StringComparison.Ordinal));
        string.Join('\n', told).Should().Contain("'operations'").And.Contain("'anyOf'").And.Contain("FETCH").And.Contain("apps").And.Contain("nope").And.Contain("rolls");
    }

    [Test]
    public void A_gate_may_admit_nobody_but_the_global_administrator() =>
        Read("operations: [/**], anyOf: [Global Administrator], refusal: no").Admits(false, ["Reader"]).Should().BeFalse();

    private static RoleGate Read(string gate) =>
        TestFamily.Read($"{TestFamily.Frame}roles:\n  - {{ {gate} }}\n").Roles.Should().ContainSingle().Subject;
}
