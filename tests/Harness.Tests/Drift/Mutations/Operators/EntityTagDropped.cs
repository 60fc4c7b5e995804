using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The entity tag comes no more.</summary>
internal sealed class EntityTagDropped() : AnswerMutation("entity-tag-dropped", false, "DRIFT208")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law.HeaderNames.Contains("etag") ? law with { HeaderNames = [.. law.HeaderNames.Where(h => h != "etag")] } : null;
}
