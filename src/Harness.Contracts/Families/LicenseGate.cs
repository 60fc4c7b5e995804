using Harness.Contracts.Operations;

namespace Harness.Contracts.Families;

/// <summary>Operations that a tenant without a plan does not get.</summary>
/// <param name="Plan">Service plan or feature switch as the tenant files name it, e.g. <c>AAD_PREMIUM_P2</c>.</param>
/// <param name="Refusal">Name of the refusal; on the wire it often looks like a vanished route.</param>
/// <param name="Code">Decision code: <c>unlicensed</c> for a plan, <c>feature-off</c> for a switch.</param>
public sealed record LicenseGate(string Plan, IReadOnlyList<PathGlob> Operations, string Refusal, string Code, EvidenceGrade Evidence);
