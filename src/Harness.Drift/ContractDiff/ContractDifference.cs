using System.Text.Json.Nodes;

namespace Harness.Drift.ContractDiff;

/// <summary>One thing that two versions of a contract say differently, whether or not a running portal would show it.</summary>
public sealed record ContractDifference
{
    /// <summary>The rule that a run would report it under; a <c>SPEC</c> id where no answer can show it.</summary>
    public required string Rule { get; init; }

    /// <summary>Kebab-case: <c>endpoint-removed</c>, <c>param-added</c>, <c>schema-specified</c>, ...</summary>
    public required string Kind { get; init; }

    /// <summary><c>routing</c>, <c>response</c>, <c>request</c> or <c>status</c>.</summary>
    public required string Where { get; init; }

    public required string Family { get; init; }

    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>As the document spells it, without the server's prefix.</summary>
    public required string Path { get; init; }

    /// <summary>JSON pointer into the document with its references resolved; parameters are named <c>parameters/query:top</c>.</summary>
    public required string Pointer { get; init; }

    public JsonNode? Before { get; init; }

    public JsonNode? After { get; init; }
}
