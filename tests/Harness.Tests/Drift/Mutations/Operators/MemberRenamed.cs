namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member gets a name that has nothing in common with the old one.</summary>
internal sealed class MemberRenamed() : NameMutation("member-renamed", "DRIFT304", "DRIFT206")
{
    protected override string NewName(string name) => "substitutedEntry";
}
