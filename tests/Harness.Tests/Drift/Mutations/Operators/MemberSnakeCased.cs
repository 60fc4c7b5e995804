namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member's name is written with underscores.</summary>
internal sealed class MemberSnakeCased() : NameMutation("member-snake-cased", "DRIFT304", "DRIFT206")
{
    protected override string NewName(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{c}"));
}
