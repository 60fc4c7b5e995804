using Harness.Contracts.Operations;
using Harness.Mock.Synthesis;

namespace Harness.Mock.State;

/// <summary>Knows which paths have a GET, so that a write there can be read back.</summary>
internal sealed class ShownPages(IReadOnlyList<Operation> operations)
{
    private readonly Lazy<HashSet<(string Host, string Path)>> _pages = new(() =>
        [.. operations.Where(o => o.Method == "GET").SelectMany(o => o.Hosts.Select(host => (host.ToLowerInvariant(), PathTemplate.Parse(o.Path).Normalized)))]);

    public bool Has(Operation operation, OperationLinks links) => operation.Hosts.Any(host => _pages.Value.Contains((host.ToLowerInvariant(), links.Path.Normalized)));
}
