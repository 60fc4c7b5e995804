using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;

namespace Harness.Drift.Planning;

/// <summary>A GET that may be sent, before it is known how its address is filled.</summary>
internal sealed class Candidate(Family family, Operation operation, PathTemplate template, string host, IReadOnlyList<ParameterNeed> needs)
{
    public Family Family => family;

    public Operation Operation => operation;

    public PathTemplate Template => template;

    public string Host => host;

    public IReadOnlyList<ParameterNeed> Needs => needs;

    public string Key { get; } = operation.ToString();

    /// <summary>Null until every parameter has a value or an answer to take it from.</summary>
    public IReadOnlyList<PlannedValue>? Values { get; private set; }

    public int Depth { get; private set; }

    public void Resolve(IReadOnlyList<PlannedValue> values, int depth)
    {
        Values = values;
        Depth = depth;
    }
}
