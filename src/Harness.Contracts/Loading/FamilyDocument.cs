using Harness.Contracts.Yaml;

namespace Harness.Contracts.Loading;

/// <summary>A parsed <c>family.yml</c>.</summary>
/// <param name="File">How problems name it.</param>
/// <param name="Folder">Number of the loaded folder it stands in.</param>
internal sealed record FamilyDocument(string File, int Folder, LocatedNode Root);
