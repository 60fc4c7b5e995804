using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>What the envelope held is the document.</summary>
internal sealed class EnvelopeRemoved() : AnswerMutation("envelope-removed", true, "DRIFT204")
{
    protected override AnswerLaw? Change(AnswerLaw law) =>
        law.Body is ObjectField { Members.Count: <= 4 } envelope && envelope.Members.FirstOrDefault(m => m.IsSteady && IsContent(m.Value)) is { } content ? law with { Body = content.Value } : null;

    private static bool IsContent(Field field) => field is ObjectField { Members.Count: > 2 } or ListField { Item: ObjectField, Most: > 0, Empty: 0 };
}
