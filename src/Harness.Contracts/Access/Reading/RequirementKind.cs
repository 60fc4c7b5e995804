using Harness.Contracts.Families.Reading;

namespace Harness.Contracts.Access.Reading;

/// <summary>A line of the registry: how a kind of requirement is written in family.yml, and who reads it.</summary>
/// <param name="Key">The key that says which kind it is; its value is the requirement's name.</param>
/// <param name="Keys">Keys of this kind only.</param>
/// <param name="Reasons">For which reasons it refuses; <c>missing</c> first, because it stands in for the others.</param>
internal sealed record RequirementKind(
    string Key, IReadOnlyList<string> Keys, IReadOnlyList<string> Reasons, Func<RequirementDraft, IAccessRequirement?> Read)
{
    /// <summary>All keys that such a requirement may have.</summary>
    public IReadOnlyList<string> AllKeys { get; } = [Key, .. Keys, .. FamilyKeys.Requirement];
}
