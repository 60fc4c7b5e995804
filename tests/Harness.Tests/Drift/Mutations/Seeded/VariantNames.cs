namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>Members that tell kinds of objects apart.</summary>
internal static class VariantNames
{
    private static readonly string[] Tags = ["@odata.type", "odata.type", "$type", "kind", "type"];

    public static bool IsTag(string name) => Tags.Contains(name, StringComparer.Ordinal);
}
