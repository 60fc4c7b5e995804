using Harness.Contracts.Operations;
using Harness.Stubs.Recordings;

namespace Harness.Drift.Learning;

/// <summary>Finds the operation that a recording says it is of, however the contract now spells its path.</summary>
internal sealed class OperationIndex(IEnumerable<Operation> operations)
{
    private readonly ILookup<string, Operation> _byKey = operations.ToLookup(OperationKey.Of, StringComparer.Ordinal);

    /// <summary>Null when no contract has it.</summary>
    public Operation? Find(Provenance from)
    {
        if (from.Operation.Split(' ', 2) is not [var method, var path])
        {
            return null;
        }

        // The same path on two hosts of a family is two operations.
        Operation[] candidates = [.. _byKey[$"{from.Family} {method} {OperationKey.Normalize(path)}"]];
        return candidates.FirstOrDefault(o => o.Hosts.Any(h => HostPattern.Parse(h).Matches(from.Host))) ?? candidates.FirstOrDefault();
    }
}
