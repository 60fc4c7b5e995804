using System.Text.Json.Nodes;
using Harness.Contracts.Operations;

namespace Harness.Drift.ContractDiff;

/// <summary>Collects the differences of one operation, each with its place.</summary>
internal sealed class OperationPlace(string family, Operation operation, ICollection<ContractDifference> found)
{
    public string Pointer { get; } = $"/paths/{Escape(operation.DocumentPath)}/{operation.Method.ToLowerInvariant()}";

    public static string Escape(string text) => text.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <param name="pointer">Below the operation, beginning with a slash; empty for the operation itself.</param>
    public void Add(string kind, string where, string pointer, JsonNode? before, JsonNode? after, string? rule = null) => found.Add(new ContractDifference
    {
        Rule = rule ?? DifferenceRules.RuleOf(kind),
        Kind = kind,
        Where = where,
        Family = family,
        Method = operation.Method,
        Path = operation.DocumentPath,
        Pointer = Pointer + pointer,
        Before = before,
        After = after,
    });
}
