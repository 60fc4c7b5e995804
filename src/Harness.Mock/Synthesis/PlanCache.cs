using System.Collections.Concurrent;
using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Compiled plans by schema and property name; as many as the contracts have properties, and no more.</summary>
internal sealed class PlanCache
{
    private static readonly PropertyMeaning Root = PropertyMeaning.Of("");

    private readonly ConcurrentDictionary<(Schema Schema, string Name), ValuePlan> _plans = new();
    private readonly ConcurrentDictionary<string, PropertyMeaning> _meanings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Schema Schema, int Depth), bool> _fits = new();

    public ValuePlan Of(Schema schema) => Of(schema, Root);

    public ValuePlan Of(Schema schema, string property) =>
        Of(schema, _meanings.GetOrAdd(property, static name => PropertyMeaning.Of(name)));

    public ValuePlan Of(Schema schema, PropertyMeaning meaning) =>
        _plans.TryGetValue((schema, meaning.Name), out ValuePlan? plan) ? plan
        : _plans.GetOrAdd((schema, meaning.Name), static (key, state) => new ValuePlan(key.Schema, state.Meaning, state.Cache), (Meaning: meaning, Cache: this));

    /// <summary>How deep the shallowest instance is; <see cref="int.MaxValue"/> when the schema requires itself without end.</summary>
    public int MinimalDepth(Schema schema)
    {
        for (int depth = 0; depth <= MinimalDepths.Limit; depth++)
        {
            if (MinimalDepths.Fits(schema, depth, _fits))
            {
                return depth;
            }
        }

        return int.MaxValue;
    }
}
