using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The document stands in an envelope.</summary>
internal sealed class DocumentEnveloped() : AnswerMutation("document-enveloped", true, "DRIFT204")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law.Body is null ? null : law with { Body = new ObjectField([new FieldMember("result", law.Body), new FieldMember("succeeded", new ScalarField(ScalarForm.Boolean))]) };
}
