namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member's first letter changes its case.</summary>
internal sealed class MemberRecased() : NameMutation("member-recased", "DRIFT304", "DRIFT206")
{
    protected override string NewName(string name) => char.IsLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : char.ToLowerInvariant(name[0]) + name[1..];
}
