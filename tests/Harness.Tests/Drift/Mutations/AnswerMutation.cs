using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations;

/// <summary>A change of the whole answer.</summary>
internal abstract class AnswerMutation(string name, bool isStructural, params string[] rules) : MutationOperator(name, isStructural, rules)
{
    public sealed override Mutant? Apply(AnswerLaw law, Dice dice) => Change(law) is { } after ? new Mutant(after, "", "") : null;

    protected abstract AnswerLaw? Change(AnswerLaw law);
}
