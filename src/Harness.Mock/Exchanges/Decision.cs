using Harness.Contracts;

namespace Harness.Mock.Exchanges;

/// <summary>Why a call was answered as it was. It goes to the journal and the decision header, never into the faithful body.</summary>
/// <param name="Stage">Which stage answered: <c>match access license quirk stub recording state synthesis</c>.</param>
/// <param name="Code">Stable kebab-case code: <c>served</c>, <c>cookie-expired</c>, ...</param>
/// <param name="Fix">What the caller should do; null when there is nothing to mend.</param>
/// <param name="Evidence">How sure we are that the real portal answers this way; null where nothing is imitated.</param>
/// <param name="Source">Where the evidence is.</param>
internal sealed record Decision(string Stage, string Code, string Because, string? Fix, EvidenceGrade? Evidence, string? Source)
{
    /// <summary>Value of the <c>x-harness-decision</c> header.</summary>
    public string Header { get; } = $"{Stage}/{Code}";
}
