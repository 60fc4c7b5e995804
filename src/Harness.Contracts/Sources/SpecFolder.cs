namespace Harness.Contracts.Sources;

/// <summary>One family's folder in a contract tree.</summary>
/// <param name="Name">The folder's name: a family's id, or its <c>upstream</c>.</param>
/// <param name="SpecFile">Its <c>openapi.yml</c>; null when it brings none.</param>
/// <param name="FamilyFile">Its <c>family.yml</c>; null when it brings none.</param>
/// <param name="Paths">All contract files in it; references may lead to these and to no other.</param>
public sealed record SpecFolder(IContractFiles Files, string Name, string? SpecFile, string? FamilyFile, IReadOnlyList<string> Paths)
{
    /// <summary>How problems name a file of it.</summary>
    public string Display(string path) => Files.Root.Length == 0 ? path : $"{Files.Root}/{path}";
}
