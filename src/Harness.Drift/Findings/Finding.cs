namespace Harness.Drift.Findings;

/// <summary>One difference between what was known of a target and what it answered tonight, with the rule that says so and how sure it is.</summary>
public sealed record Finding
{
    /// <summary>Stable id: <c>DRIFT301</c>.</summary>
    public required string Rule { get; init; }

    public required string Title { get; init; }

    /// <summary>Kebab-case: <c>endpoint-removed</c>, <c>property-missing</c>, <c>type-changed</c>, ...</summary>
    public required string Kind { get; init; }

    public required string Family { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>JSON pointer into the instance, <c>*</c> for array items and map values (<c>/value/*/id</c>); empty for the whole answer.</summary>
    public string Pointer { get; init; } = "";

    public required Severity Severity { get; init; }

    public bool Gates { get; init; }

    public required EvidenceLevel Evidence { get; init; }

    /// <summary>What it was, in types and counts; never a value.</summary>
    public string Before { get; init; } = "";

    public string After { get; init; } = "";

    /// <summary>One sentence a person understands.</summary>
    public required string Because { get; init; }

    /// <summary>Same rule, family, method, path and pointer: same fingerprint, on every night and machine.</summary>
    public required string Fingerprint { get; init; }

    public ContractAnchor? Contract { get; init; }
}
