using Harness.Contracts.Families.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Access.Reading;

/// <summary>Reads for which calls a requirement holds.</summary>
internal static class RequirementScopeReader
{
    public static RequirementScope Read(NodeReader reader) => new(
        reader.List("on", FamilyValues.Method),
        reader.List("hosts", FamilyValues.Host),
        reader.List("paths", FamilyValues.Glob),
        reader.List("except", FamilyValues.Glob));
}
