using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations;

/// <summary>One way in which portals change.</summary>
/// <param name="isStructural">The change breaks every client that reads the place, and the gate must see it.</param>
/// <param name="rules">Rules that name the cause rightly.</param>
internal abstract class MutationOperator(string name, bool isStructural, params string[] rules)
{
    public string Name { get; } = name;

    public bool IsStructural { get; } = isStructural;

    public IReadOnlyList<string> Rules { get; } = rules;

    /// <summary>Null where the endpoint has nothing that could change so.</summary>
    public abstract Mutant? Apply(AnswerLaw law, Dice dice);
}
