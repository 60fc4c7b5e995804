using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The document is one element of the list that it was.</summary>
internal sealed class DocumentToElement() : AnswerMutation("document-to-element", true, "DRIFT204")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law.Body is ListField { Most: > 0, Item: ObjectField } list ? law with { Body = list.Item } : null;
}
