using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Writes the first alternative, counted from a seeded start, whose value the whole schema accepts.</summary>
internal static class AlternativeValues
{
    // Each trial may hold trials of its own; past this depth the shallowest alternative is taken unseen.
    private const int MaxTrials = 4;

    public static void Write(DocumentWriter writer, ValuePlan plan, in Scope scope)
    {
        ValuePlan[] alternatives = plan.Alternatives;
        if (alternatives.Length == 0)
        {
            writer.Json.WriteNullValue();
            return;
        }

        if (alternatives.Length == 1)
        {
            writer.WriteValue(alternatives[0], scope);
            return;
        }

        ValuePlan[] order = InOrder(writer, plan, scope);
        if (writer.Trials >= MaxTrials || !TryEach(writer, plan, order, scope))
        {
            writer.WriteValue(order[0], scope);
        }
    }

    private static bool TryEach(DocumentWriter writer, ValuePlan plan, ValuePlan[] order, in Scope scope)
    {
        ValidationOptions options = writer.Context.IsRequest ? ValidationOptions.Answer with { IsRequest = true } : ValidationOptions.Answer;
        foreach (ValuePlan alternative in order)
        {
            writer.BeginPage();
            writer.WriteValue(alternative, scope);
            ReadOnlyMemory<byte> written = writer.EndPage();
            if (SchemaValidator.IsValid(plan.Schema, written, options))
            {
                writer.Json.WriteRawValue(written.Span, skipInputValidation: true);
                return true;
            }
        }

        return false;
    }

    private static ValuePlan[] InOrder(DocumentWriter writer, ValuePlan plan, in Scope scope)
    {
        ValuePlan[] alternatives = plan.Alternatives;
        if (scope.Minimal || writer.Trials >= MaxTrials || writer.OpenCount(plan.Schema) > 1)
        {
            return [.. alternatives.OrderBy(a => plan.Cache.MinimalDepth(a.Schema))];
        }

        int filled = alternatives.Count(a => a.Kind != ValueKind.Null);
        int start = filled == 0 ? 0 : StableHash.Below(StableHash.Mix(scope.HashOf(plan.Meaning), 31), filled);
        return [.. alternatives.Take(filled).Skip(start), .. alternatives.Take(start), .. alternatives.Skip(filled)];
    }
}
