using Harness.Contracts.Loading;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Caching;

/// <summary>What reading the files came to: enough to start without looking at YAML again.</summary>
internal sealed record CachedContracts(
    IReadOnlyList<Operation> Operations,
    IReadOnlyList<ContractProblem> Problems,
    IReadOnlyList<FamilyDocument> Families,
    IReadOnlyList<AssumedFamily> Assumed);
