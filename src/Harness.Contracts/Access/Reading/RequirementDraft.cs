using Harness.Contracts.Families.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Access.Reading;

/// <summary>A requirement of which all is read but what its kind alone knows.</summary>
internal sealed record RequirementDraft(NodeReader Node, RequirementSettings Settings, FamilyOutline Family);
