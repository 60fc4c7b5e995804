using Harness.Contracts;

namespace Harness.Identity.Errors;

/// <summary>One row of the error table: what the service says in one situation.</summary>
/// <param name="Error">The OAuth error; on the v1 endpoints <see cref="V1Error"/> where that is set.</param>
/// <param name="Status">HTTP status where the error is JSON. Pages and redirects have their own.</param>
/// <param name="Text">What follows <c>AADSTSn: </c>, with <c>{name}</c> for what the situation fills in.</param>
/// <param name="Evidence">Of the weakest part: text, error or status.</param>
public sealed record AadstsError(AadstsCode Code, string Error, int Status, string Text, EvidenceGrade Evidence)
{
    public string? V1Error { get; init; }

    public string? SubError { get; init; }

    /// <summary>The claims that a client must send back to get further: <c>capolids</c> or <c>polids</c>; null when none.</summary>
    public string? PolicyClaim { get; init; }

    /// <summary>What the caller, or the person who keeps the tenant's file, should do.</summary>
    public required string Fix { get; init; }

    public int Number => (int)Code;
}
