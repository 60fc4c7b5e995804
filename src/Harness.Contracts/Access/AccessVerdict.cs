namespace Harness.Contracts.Access;

/// <summary>What a requirement says of a call: let it pass, or refuse it and say why.</summary>
/// <param name="Code">Stable kebab-case decision code of the journal: <c>cookie-expired</c>; null when the call passes.</param>
/// <param name="Reason">Key into the requirement's <c>refusal</c> map: <c>missing</c>, <c>expired</c>, <c>invalid</c>, ...</param>
/// <param name="Because">For the journal, a sentence without secrets.</param>
/// <param name="Fix">For the journal, what the caller should do.</param>
/// <param name="Expected">What was wanted (an audience, a header value), for the refusal text; null when it cannot be said.</param>
public readonly record struct AccessVerdict(string? Code, string? Reason, string? Because, string? Fix, string? Expected = null)
{
    public static readonly AccessVerdict Pass;

    public bool Passed => Code is null;

    public static AccessVerdict Refuse(string code, string reason, string because, string fix, string? expected = null) =>
        new(code, reason, because, fix, expected);
}
