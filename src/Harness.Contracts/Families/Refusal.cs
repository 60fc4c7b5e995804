namespace Harness.Contracts.Families;

/// <summary>What a portal sends when it refuses: as unhelpful as the real one. The explanation goes elsewhere.</summary>
/// <param name="Body">Template; <c>{{name}}</c> is filled in (see <see cref="RefusalVariables"/>). Empty for no body.</param>
/// <param name="Source">Where the evidence is: a document, a spec file, a public issue.</param>
/// <param name="Page">Name of the refusal that a browser's page request gets instead; null for the same answer.</param>
/// <param name="Variants">Other bodies by what the caller accepts; the first that matches wins.</param>
public sealed record Refusal(
    string Name,
    int Status,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    EvidenceGrade Evidence,
    string Source,
    string? Page,
    IReadOnlyList<RefusalVariant> Variants);
