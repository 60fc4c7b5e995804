using Harness.Contracts.Families;
using Harness.Mock.Refusals;

namespace Harness.Mock.Portals;

/// <summary>A family, ready to answer: its refusals compiled.</summary>
internal sealed class Portal(Family family)
{
    public Family Family { get; } = family;

    public RefusalAnswers Refusals { get; } = new(family);

    /// <summary>Headers of every answer.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; } = [.. family.Headers];
}
