namespace Harness.Contracts.Access;

/// <summary>What every kind of requirement has, whatever it requires.</summary>
/// <param name="Source">Where the evidence is, in a few words; may be empty.</param>
public sealed record RequirementSettings(
    string Name,
    EvidenceGrade Evidence,
    string Source,
    RequirementScope Scope,
    IReadOnlyDictionary<string, string> Refusals);
