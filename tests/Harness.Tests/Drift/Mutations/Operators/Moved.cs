using Harness.Drift.Probing;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The portal points to another address.</summary>
internal sealed class Moved() : AnswerMutation("moved", false, "DRIFT105")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Status = 301, Body = null, BodyKind = BodyKind.None, Redirect = RedirectTarget.SameHost };
}
