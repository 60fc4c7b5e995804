using Harness.Drift.Probing;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The portal's page comes instead of data.</summary>
internal sealed class PageInsteadOfData() : AnswerMutation("page-instead-of-data", true, "DRIFT104")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Body = null, BodyKind = BodyKind.Html, MediaType = "text/html" };
}
