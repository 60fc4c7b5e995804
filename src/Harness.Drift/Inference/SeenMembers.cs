namespace Harness.Drift.Inference;

/// <summary>Which of a place's members one object had, without an allocation an object.</summary>
internal readonly ref struct SeenMembers(Span<ulong> bits)
{
    private readonly Span<ulong> _bits = bits;

    public void Add(int index)
    {
        if (index >= 0)
        {
            _bits[index >> 6] |= 1UL << (index & 63);
        }
    }

    public void CountFor(ShapeNode node, int rank, string tag)
    {
        if (node.ReachVariants().Reach(rank, tag) is not { } variant)
        {
            return;
        }

        variant.Objects++;
        for (int i = 0; i < node.Members.Count; i++)
        {
            if ((_bits[i >> 6] & (1UL << (i & 63))) != 0)
            {
                variant.Add(node.Members[i].Name);
            }
        }
    }
}
