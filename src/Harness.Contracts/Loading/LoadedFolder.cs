using Harness.Contracts.Operations;
using Harness.Contracts.Sources;

namespace Harness.Contracts.Loading;

/// <summary>A family's folder with its files in memory: hashed and parsed are the same bytes.</summary>
/// <param name="Layer">Number of the layer it belongs to, in rising order of precedence.</param>
internal sealed record LoadedFolder(
    SpecFolder Folder, int Layer, OperationSource Source, bool TakesSpec, IReadOnlyDictionary<string, byte[]> Files);
