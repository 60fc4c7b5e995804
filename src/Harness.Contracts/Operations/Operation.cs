namespace Harness.Contracts.Operations;

/// <summary>One method on one path of one family, with everything its contract says about the call and its answers.</summary>
public sealed record Operation
{
    private const string DoubledPrefix = "/apiproxy/apiproxy/";

    public required string Family { get; init; }

    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The full template, server prefix included, spelled as the contract spells it: <c>/apiproxy/mtp/incidents/{IncidentId}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The part of <see cref="Path"/> that came from the server's address: <c>/apiproxy</c>; empty for none.</summary>
    public string ServerPrefix { get; init; } = "";

    /// <summary>The path as it stands in the contract's own document.</summary>
    public string DocumentPath => Path[ServerPrefix.Length..];

    /// <summary>The path as the portal has it, which is what lines of <c>family.yml</c> mean.</summary>
    /// <remarks>Observed: some specs repeat the server's prefix in the path; the portal has it once.</remarks>
    public string PortalPath => Path.StartsWith(DoubledPrefix, StringComparison.OrdinalIgnoreCase) ? Path["/apiproxy".Length..] : Path;

    /// <summary>Host patterns without scheme, e.g. <c>security.microsoft.com</c> or <c>{tenant}-admin.sharepoint.com</c>. Never empty.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    public string? OperationId { get; init; }

    public OperationSource Source { get; init; }

    public EvidenceGrade? Evidence { get; init; }

    public IReadOnlyList<OperationParameter> Parameters { get; init; } = [];

    public OperationRequestBody? RequestBody { get; init; }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<OperationResponse> Responses { get; init; } = [];

    /// <summary>Our success answer holds against an imported one that is known to be wrong (<c>x-corrects-upstream: true</c>).</summary>
    public bool CorrectsUpstream { get; init; }

    public SourceLocation Location { get; init; }

    /// <summary>Whether the answer of a successful call says more than "an object".</summary>
    public bool IsTyped => Success?.Content is { Count: > 0 } content && content.Any(c => c.Schema is { IsPlaceholder: false });

    /// <summary>The answer a call that is let in gets: the lowest declared 2xx, else <c>default</c>, else what was seen live.</summary>
    /// <remarks>
    /// Some operations declare no 2xx because the live tenant never gave one (observed: Power Platform licensing trends answer 404, audits
    /// 403). Then the declared status is the truth; 401 and 403 count only when nothing else is declared.
    /// </remarks>
    public OperationResponse? Success =>
        Responses.Where(r => r.Status is >= 200 and < 300).MinBy(r => r.Status)
        ?? Responses.FirstOrDefault(r => r.IsDefault)
        ?? Responses.Where(r => r.Status is not (401 or 403)).MinBy(r => r.Status)
        ?? (Responses.Count > 0 ? Responses[0] : null);

    /// <summary>Unique over all contracts: <c>defender GET /apiproxy/mtp/...</c>.</summary>
    public override string ToString() => $"{Family} {Method} {Path}";
}
