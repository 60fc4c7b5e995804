using System.Buffers;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>All operations of all families, compiled so that a call finds its own at the same cost whether there are ten or thousands.</summary>
/// <remarks>Immutable; safe to use from any number of threads.</remarks>
public sealed class OperationTable
{
    private const int StackBuffer = 512;

    private readonly HostMap<Lazy<RouteNode>> _hosts;
    private readonly Operation[] _operations;
    private readonly PathTemplate[] _templates;
    private readonly HostPattern[][] _operationHosts;
    private readonly int _maxSegments;

    internal OperationTable(HostMap<Lazy<RouteNode>> hosts, Operation[] operations, PathTemplate[] templates, HostPattern[][] operationHosts)
    {
        _operationHosts = operationHosts;
        _hosts = hosts;
        _operations = operations;
        _templates = templates;
        _maxSegments = templates.Length == 0 ? 1 : templates.Max(template => template.Segments.Count);
    }

    /// <summary>In the order given; <see cref="RouteMatch.Index"/> counts in it.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Parallel to <see cref="Operations"/>.</summary>
    public IReadOnlyList<PathTemplate> Templates => _templates;

    /// <summary>Compiles operations in family order: where two claim the same host, method and path, the first answers.</summary>
    /// <param name="declaredHosts">Hosts that are known though no operation may live there.</param>
    /// <param name="problems">Takes a line for each path or host that cannot be read; an operation without a path or a host is left out.</param>
    public static OperationTable Compile(
        IEnumerable<Operation> operations, IEnumerable<HostPattern> declaredHosts, ICollection<ContractProblem> problems) =>
        new OperationTableCompiler(problems).Compile(operations, declaredHosts);

    /// <exception cref="FormatException">A path or a host cannot be read.</exception>
    public static OperationTable Compile(IEnumerable<Operation> operations)
    {
        List<ContractProblem> problems = [];
        OperationTable table = Compile(operations, [], problems);
        return problems.Count == 0 ? table : throw new FormatException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>Parallel to <see cref="Operations"/>.</summary>
    public IReadOnlyList<IReadOnlyList<HostPattern>> Hosts => _operationHosts;

    /// <param name="host">Without port.</param>
    public bool HasHost(string host) => _hosts.Has(host);

    /// <param name="host">Without port.</param>
    /// <param name="rawPath">As sent on that host, not decoded, without the query.</param>
    public RouteMatch Match(string host, string method, ReadOnlySpan<char> rawPath)
    {
        if (!_hosts.Has(host))
        {
            return RouteMatch.NoSuchHost;
        }

        // One more than any template has: the trailing slash that is taken away again.
        Span<SegmentSlot> slots = stackalloc SegmentSlot[_maxSegments + 1];
        int length = PathText.BufferLength(rawPath);
        char[]? rented = length > StackBuffer ? ArrayPool<char>.Shared.Rent(length) : null;
        Span<char> buffer = rented is null ? stackalloc char[length] : rented;
        PathText path = PathText.Split(rawPath, slots, buffer);
        RouteMatch match = path.Count == 0 ? RouteMatch.NoSuchOperation : Match(host, method, path);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return match;
    }

    private RouteMatch Match(string host, string method, in PathText path)
    {
        PathText otherSlash = path.OtherTrailingSlash();
        RouteMatch match = Find(host, method, path);
        if (!match.IsFound && otherSlash.Count > 0)
        {
            match = Find(host, method, otherSlash);
        }

        return match.IsFound ? match : Refuse(host, path, otherSlash);
    }

    private RouteMatch Find(string host, string method, in PathText path)
    {
        int cursor = 0;
        while (_hosts.TryNext(host, ref cursor, out Lazy<RouteNode>? root))
        {
            if (root.Value.Find(path, 0, method) is { } endpoint)
            {
                return RouteMatch.Found(_operations[endpoint.Index], endpoint.Index, endpoint.Template.Capture(path));
            }
        }

        return RouteMatch.NoSuchOperation;
    }

    private RouteMatch Refuse(string host, in PathText path, in PathText otherSlash)
    {
        SortedSet<string> methods = new(StringComparer.OrdinalIgnoreCase);
        int cursor = 0;
        while (_hosts.TryNext(host, ref cursor, out Lazy<RouteNode>? root))
        {
            root.Value.CollectMethods(path, 0, methods);
            if (otherSlash.Count > 0)
            {
                root.Value.CollectMethods(otherSlash, 0, methods);
            }
        }

        return methods.Count == 0 ? RouteMatch.NoSuchOperation : RouteMatch.MethodNotAllowed([.. methods]);
    }
}
