namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member's name gets or loses its final s.</summary>
internal sealed class MemberPluralized() : NameMutation("member-pluralized", "DRIFT304", "DRIFT206")
{
    protected override string NewName(string name) => name.EndsWith('s') && name.Length > 2 ? name[..^1] : name + "s";
}
