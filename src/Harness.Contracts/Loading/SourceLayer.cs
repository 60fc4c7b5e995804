using Harness.Contracts.Operations;
using Harness.Contracts.Sources;

namespace Harness.Contracts.Loading;

/// <summary>One contract tree on its way into the merged contracts.</summary>
/// <param name="TakesSpecs">False for a core whose operations are left out.</param>
internal sealed record SourceLayer(OperationSource Source, bool TakesSpecs, IReadOnlyList<SpecFolder> Folders);
