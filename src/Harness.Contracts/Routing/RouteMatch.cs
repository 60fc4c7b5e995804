using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>The operation that a call reached, or why it reached none.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RouteMatch
{
    private readonly IReadOnlyList<string>? _allowedMethods;

    private RouteMatch(RouteOutcome outcome, Operation? operation, int index, PathValues values, IReadOnlyList<string>? allowedMethods)
    {
        Outcome = outcome;
        Operation = operation;
        Index = index;
        Values = values;
        _allowedMethods = allowedMethods;
    }

    public RouteOutcome Outcome { get; }

    public Operation? Operation { get; }

    /// <summary>Index into <see cref="OperationTable.Operations"/>, for what is kept beside each operation; -1 when none was found.</summary>
    public int Index { get; }

    public PathValues Values { get; }

    /// <summary>Sorted, HEAD included where GET is; empty unless the method was the only thing wrong.</summary>
    public IReadOnlyList<string> AllowedMethods => _allowedMethods ?? [];

    [MemberNotNullWhen(true, nameof(Operation))]
    public bool IsFound => Outcome == RouteOutcome.Found;

    internal static RouteMatch NoSuchHost => new(RouteOutcome.NoSuchHost, null, -1, default, null);

    internal static RouteMatch NoSuchOperation => new(RouteOutcome.NoSuchOperation, null, -1, default, null);

    internal static RouteMatch Found(Operation operation, int index, PathValues values) => new(RouteOutcome.Found, operation, index, values, null);

    internal static RouteMatch MethodNotAllowed(IReadOnlyList<string> allowed) => new(RouteOutcome.MethodNotAllowed, null, -1, default, allowed);
}
