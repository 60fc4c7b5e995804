using Harness.Drift.Probing;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A success without a body.</summary>
internal sealed class BodyEmptied() : AnswerMutation("body-emptied", false, "DRIFT203")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Body = null, BodyKind = BodyKind.None };
}
