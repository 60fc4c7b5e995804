using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The portal does not know the path any more.</summary>
internal sealed class RouteGone() : AnswerMutation("route-gone", true, "DRIFT102")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Status = 404, Body = new ObjectField([new FieldMember("message", new ScalarField(ScalarForm.Text))]) };
}
