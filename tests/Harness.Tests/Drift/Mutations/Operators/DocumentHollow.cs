using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The document is an object without members.</summary>
internal sealed class DocumentHollow() : AnswerMutation("document-hollow", false, "DRIFT203")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law.Body is ObjectField document && document.Members.Count(m => m.IsSteady) > 1 ? law with { Body = new ObjectField([]) } : null;
}
