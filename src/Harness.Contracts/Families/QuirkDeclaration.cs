using Harness.Contracts.Operations;

namespace Harness.Contracts.Families;

/// <summary>A portal's oddity, switched on in <c>family.yml</c>: which kind, for which operations, with which settings.</summary>
/// <param name="Kind">Kebab-case, as in the quirk registry of the mock: <c>page-parameters</c>, <c>fixed-answer</c>.</param>
/// <param name="Settings">Scalars by key, as text.</param>
public sealed record QuirkDeclaration(
    string Kind,
    IReadOnlyList<PathGlob> Operations,
    string? Refusal,
    IReadOnlyDictionary<string, string> Settings,
    EvidenceGrade Evidence,
    string Source,
    SourceLocation Location)
{
    /// <summary>Settings that are lists of scalars, by key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
