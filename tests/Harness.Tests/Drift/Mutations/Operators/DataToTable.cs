using Harness.Drift.Probing;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Lines of text come instead of JSON.</summary>
internal sealed class DataToTable() : AnswerMutation("data-to-table", true, "DRIFT202")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Body = null, BodyKind = BodyKind.Text, MediaType = "text/x-table" };
}
