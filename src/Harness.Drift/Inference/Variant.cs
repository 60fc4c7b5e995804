namespace Harness.Drift.Inference;

/// <summary>Objects of one kind among several at the same place: how many, and how often each member came with them.</summary>
public sealed class Variant
{
    private readonly SortedDictionary<string, long> _members = new(StringComparer.Ordinal);

    internal Variant(string tag) => Tag = tag;

    /// <summary>What the tag says, e.g. <c>#microsoft.graph.user</c>.</summary>
    public string Tag { get; }

    public long Objects { get; internal set; }

    public IReadOnlyDictionary<string, long> Members => _members;

    internal void Add(string member, long count = 1)
    {
        _members.TryGetValue(member, out long known);
        _members[member] = known + count;
    }
}
