using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>GET is not allowed any more.</summary>
internal sealed class MethodRefused() : AnswerMutation("method-refused", true, "DRIFT103")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Status = 405, Body = new ObjectField([new FieldMember("message", new ScalarField(ScalarForm.Text))]) };
}
