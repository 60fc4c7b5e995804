namespace Harness.Contracts.Access;

/// <summary>One thing every call to a portal needs. It works both ways, so that mock and runner cannot disagree about it.</summary>
public interface IAccessRequirement
{
    /// <summary>Kebab-case kind, as in the registry: <c>cookie</c>, <c>bearer</c>, <c>header</c>, <c>query</c>, <c>form-digest</c>, <c>xsrf</c>.</summary>
    string Kind { get; }

    /// <summary>What is required, as the family names it: <c>sccauth</c>, <c>Authorization</c>, <c>X-RequestDigest</c>.</summary>
    string Name { get; }

    EvidenceGrade Evidence { get; }

    /// <summary>Where the evidence is, in a few words; may be empty.</summary>
    string Source => "";

    /// <summary>Which calls it holds for.</summary>
    RequirementScope Scope { get; }

    /// <summary>Names of the family's refusals by reason (<c>missing</c>, <c>expired</c>, ...); a reason without entry falls back to <c>missing</c>.</summary>
    IReadOnlyDictionary<string, string> Refusals { get; }

    /// <summary>Mock side: is it there and valid? Only asked for calls in <see cref="Scope"/>.</summary>
    AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority);

    /// <summary>Live side: put it on an outgoing call, with what <paramref name="source"/> has.</summary>
    void Satisfy(OutgoingCall call, ICredentialSource source);

    /// <summary>The same requirement with everything decided that depends on the operation alone, so that no glob is matched per call.</summary>
    IAccessRequirement BoundTo(string method, string path) => this;

    /// <summary>Name of the refusal that answers for a reason.</summary>
    string? RefusalFor(string reason) =>
        Refusals.TryGetValue(reason, out string? refusal) || Refusals.TryGetValue("missing", out refusal) ? refusal : null;
}
