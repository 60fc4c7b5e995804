namespace Harness.Contracts.Access;

/// <summary>What a requirement says of a call: let it pass, or refuse it and say why.</summary>
/// <param name="Code">Stable kebab-case decision code of the journal: <c>cookie-expired</c>; null when the call passes.</param>
/// <param name="Reason">Key into the requirement's <c>refusal</c> map: <c>missing</c>, <c>expired</c>, <c>invalid</c>, ...</param>
/// <param name="Because">For the journal, a sentence without secrets.</param>
/// <param name="Fix">For the journal, what the caller should do.</param>
public readonly record struct AccessVerdict(string? Code, string? Reason, string? Because, string? Fix)
{
    public static readonly AccessVerdict Pass;

    public bool Passed => Code is null;

    /// <summary>Audience of the token that came, for refusals that repeat it; null when there was none.</summary>
    public string? Audience { get; init; }

    /// <summary>What would have done (audiences, header values); the first is the one to ask for. Null when there is nothing to name.</summary>
    public IReadOnlyList<string>? Expected { get; init; }

    public static AccessVerdict Refuse(string code, string reason, string because, string fix) => new(code, reason, because, fix);
}
