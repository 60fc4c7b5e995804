using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;

namespace Harness.Drift.Planning;

/// <summary>One operation that a run will ask, and how its address is filled.</summary>
public sealed record PlannedProbe
{
    public required Family Family { get; init; }

    public required Operation Operation
    {
        get;
        init
        {
            field = value;
            Key = value.ToString();
        }
    }

    public required AccessPlan Access { get; init; }

    /// <summary>Concrete host.</summary>
    public required string Host { get; init; }

    public required PathTemplate Template { get; init; }

    public required IReadOnlyList<PlannedValue> Values { get; init; }

    public required ProbeStage Stage { get; init; }

    /// <summary>How many answers must be in before this one: 0 for lists, 1 for their details, and so on.</summary>
    public int Depth { get; init; }

    /// <summary>False when another shard reports it, and it is asked here only because others need its answer.</summary>
    public bool IsReported { get; init; } = true;

    public string Key { get; private init; } = "";

    public bool UsesForeignIds => Values.Any(v => v.Source is not null || v.Origin == ValueOrigin.Guessed);
}
