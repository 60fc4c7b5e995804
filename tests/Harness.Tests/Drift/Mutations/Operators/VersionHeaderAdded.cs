using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A version header comes that did not come before.</summary>
internal sealed class VersionHeaderAdded() : AnswerMutation("version-header-added", false, "DRIFT208")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { HeaderNames = [.. law.HeaderNames, "odata-version"] };
}
