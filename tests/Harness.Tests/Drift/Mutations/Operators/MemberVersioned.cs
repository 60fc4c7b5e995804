namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member gets the mark of a second version.</summary>
internal sealed class MemberVersioned() : NameMutation("member-versioned", "DRIFT304", "DRIFT206")
{
    protected override string NewName(string name) => name + "V2";
}
