using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The document is a list of such.</summary>
internal sealed class DocumentToList() : AnswerMutation("document-to-list", true, "DRIFT204")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law.Body is ObjectField ? law with { Body = new ListField(law.Body, 1, 3) } : null;
}
