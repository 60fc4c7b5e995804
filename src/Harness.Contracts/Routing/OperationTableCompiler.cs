using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>Builds an <see cref="OperationTable"/>: one trie for all hosts that have the same operations.</summary>
internal sealed class OperationTableCompiler(ICollection<ContractProblem> problems)
{
    // Observed: sentinel_precision.yml repeats the server's prefix in its paths; the portal itself sends it once.
    private const string DoubledPrefix = "/apiproxy/apiproxy/";

    private readonly List<Operation> _operations = [];
    private readonly List<PathTemplate> _templates = [];
    private readonly List<HostPattern[]> _operationHosts = [];
    private readonly Dictionary<IReadOnlyList<string>, HostPattern[]> _parsedHosts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, HostEntry<List<int>>> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public OperationTable Compile(IEnumerable<Operation> operations, IEnumerable<HostPattern> declaredHosts)
    {
        foreach (Operation operation in operations)
        {
            Add(operation);
        }

        foreach (HostPattern host in declaredHosts)
        {
            _hosts.TryAdd(HostKey(host), new HostEntry<List<int>>(host, []));
        }

        Dictionary<string, Lazy<RouteNode>> tries = [];
        List<HostEntry<Lazy<RouteNode>>> entries = [];
        foreach ((HostPattern pattern, List<int> indexes) in _hosts.Values)
        {
            string key = string.Join(',', indexes);
            if (!tries.TryGetValue(key, out Lazy<RouteNode>? trie))
            {
                // Built for the host's first call: few of the hosts are called in the life of a server.
                tries.Add(key, trie = new Lazy<RouteNode>(() => BuildTrie(indexes)));
            }

            entries.Add(new HostEntry<Lazy<RouteNode>>(pattern, trie));
        }

        return new OperationTable(new HostMap<Lazy<RouteNode>>(entries), [.. _operations], [.. _templates], [.. _operationHosts]);
    }

    private void Add(Operation operation)
    {
        if (!PathTemplate.TryParse(operation.Path, out PathTemplate? template, out string? mistake))
        {
            Report(operation, mistake, "Mend the path in the contract");
            return;
        }

        HostPattern[] hosts = ParseHosts(operation);
        if (hosts.Length == 0)
        {
            return;
        }

        int index = _operations.Count;
        _operations.Add(operation);
        _templates.Add(template);
        _operationHosts.Add(hosts);
        foreach (HostPattern host in hosts)
        {
            string key = HostKey(host);
            if (!_hosts.TryGetValue(key, out HostEntry<List<int>>? entry))
            {
                _hosts.Add(key, entry = new HostEntry<List<int>>(host, []));
            }

            entry.Value.Add(index);
        }
    }

    // Operations that live on the same hosts mostly share one list; a list with a mistake is read again, so that each operation reports it.
    private HostPattern[] ParseHosts(Operation operation)
    {
        if (_parsedHosts.TryGetValue(operation.Hosts, out HostPattern[]? known))
        {
            return known;
        }

        HostPattern[] hosts = [.. operation.Hosts.Select(host => ParseHost(operation, host)).OfType<HostPattern>()];
        bool isWhole = hosts.Length == operation.Hosts.Count;
        hosts = [.. hosts.DistinctBy(HostKey)];
        if (isWhole)
        {
            _parsedHosts.Add(operation.Hosts, hosts);
        }

        return hosts;
    }

    private HostPattern? ParseHost(Operation operation, string host)
    {
        try
        {
            return HostPattern.Parse(host);
        }
        catch (FormatException mistake)
        {
            Report(operation, mistake.Message, "Mend the host in the contract, or rename it under servers in family.yml");
            return null;
        }
    }

    private RouteNode BuildTrie(List<int> indexes)
    {
        RouteNodeBuilder root = new();
        foreach (int index in indexes)
        {
            root.Add(new RouteEndpoint(_operations[index].Method, index, _templates[index]));
        }

        // After all others: a path that is declared as such is not overruled by another's second spelling.
        foreach (int index in indexes.Where(i => _templates[i].Text.StartsWith(DoubledPrefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (_templates[index].WithoutFirstSegment() is { } once)
            {
                root.Add(new RouteEndpoint(_operations[index].Method, index, once));
            }
        }

        return root.Freeze();
    }

    private void Report(Operation operation, string what, string fix)
    {
        (string? file, int line) = (operation.Location.File, operation.Location.Line);
        problems.Add(new ContractProblem(file ?? operation.Family, line, Math.Min(line, 1), what, fix));
    }

    // Two templates that differ in the variable's name only are one host.
    private static string HostKey(HostPattern host)
    {
        int open = host.Text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return host.Text;
        }

        int nameStart = host.Text[open + 1] == '*' ? open + 2 : open + 1;
        return host.Text[..nameStart] + host.Text[host.Text.IndexOf('}', open)..];
    }
}
