using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A success holds an error.</summary>
internal sealed class ErrorInSuccess() : AnswerMutation("error-in-success", false, "DRIFT207")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Body = new ObjectField([new FieldMember("error", new ObjectField([new FieldMember("code", new ScalarField(ScalarForm.Text)), new FieldMember("message", new ScalarField(ScalarForm.Text))]))]) };
}
