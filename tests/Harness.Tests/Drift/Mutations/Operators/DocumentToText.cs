using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The document is one text.</summary>
internal sealed class DocumentToText() : AnswerMutation("document-to-text", true, "DRIFT204")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law.Body is ObjectField or ListField ? law with { Body = new ScalarField(ScalarForm.Text) } : null;
}
