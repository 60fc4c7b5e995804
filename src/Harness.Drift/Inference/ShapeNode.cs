namespace Harness.Drift.Inference;

/// <summary>What is known of the values at one place: how often each kind came, which members its objects have, what its lists hold.</summary>
public sealed class ShapeNode
{
    /// <summary>More names than this at one place are keys, not members.</summary>
    internal const int MostMembers = 256;

    private static readonly IReadOnlyList<ShapeMember> NoMembers = [];

    // Most places are single values: what only objects, words or kinds need is made when it is needed.
    private TallyCounts _tallies;
    private List<ShapeMember>? _members;
    private LiteralSet? _literals;
    private VariantTable? _variants;

    internal ShapeNode()
    {
    }

    /// <summary>How many values there were.</summary>
    public long Occurrences => this[Tally.Null] + Present;

    /// <summary>How many of them were not null.</summary>
    public long Present =>
        this[Tally.Boolean] + this[Tally.Integer] + this[Tally.Fraction] + this[Tally.String] + this[Tally.Array] + this[Tally.Object];

    public IReadOnlyList<ShapeMember> Members => _members ?? NoMembers;

    /// <summary>What the elements of lists look like, all positions together; null when no list had any.</summary>
    public ShapeNode? Items { get; private set; }

    /// <summary>What stands under keys that are data (ids, addresses, dates), all keys together.</summary>
    public ShapeNode? MapValues { get; private set; }

    /// <summary>So many different names came that all of them count as keys.</summary>
    public bool IsCollapsed { get; private set; }

    public LiteralSet Literals => _literals ?? LiteralSet.None;

    public VariantTable Variants => _variants ?? VariantTable.None;

    public long this[Tally tally] => _tallies[tally];

    public ShapeNode? FindMember(string name)
    {
        foreach (ShapeMember member in Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.Node;
            }
        }

        return null;
    }

    internal void Add(Tally tally, long count = 1) => _tallies.Add(tally, count);

    internal LiteralSet ReachLiterals() => _literals ??= new LiteralSet();

    internal void CloseLiterals() => _literals = LiteralSet.Closed;

    internal VariantTable ReachVariants() => _variants ??= new VariantTable();

    internal ShapeNode ReachMember(string name)
    {
        int index = ReachMember(System.Text.Encoding.UTF8.GetBytes(name), Members.Count);
        return index < 0 ? ReachMapValues() : Members[index].Node;
    }

    internal ShapeNode ReachItems() => Items ??= new ShapeNode();

    internal ShapeNode ReachMapValues() => MapValues ??= new ShapeNode();

    /// <summary>The member's place in <see cref="Members"/>, -1 for a name that is a key.</summary>
    /// <param name="guess">Where it stood in the object before: lists repeat their members in one order.</param>
    internal int ReachMember(ReadOnlySpan<byte> utf8Name, int guess)
    {
        if (_members is { } known && guess < known.Count && utf8Name.SequenceEqual(known[guess].Utf8Name))
        {
            return guess;
        }

        int index = IndexOf(utf8Name);
        if (index >= 0)
        {
            return index;
        }

        if (IsCollapsed || KeyLexicon.IsKey(utf8Name))
        {
            return -1;
        }

        if (Members.Count == MostMembers)
        {
            Collapse();
            return -1;
        }

        _members ??= [];
        _members.Add(new ShapeMember(MemberName.Of(utf8Name), new ShapeNode()));
        return _members.Count - 1;
    }

    internal void Absorb(ShapeNode other)
    {
        _tallies.Absorb(in other._tallies);
        AbsorbLiterals(other.Literals);
        if (other.Items is { } items)
        {
            ReachItems().Absorb(items);
        }

        if (other.MapValues is { } values)
        {
            ReachMapValues().Absorb(values);
        }

        if (other.IsCollapsed && !IsCollapsed)
        {
            Collapse();
        }

        AbsorbMembers(other);
    }

    internal int IndexOf(ReadOnlySpan<byte> utf8Name)
    {
        for (int i = 0; i < Members.Count; i++)
        {
            if (utf8Name.SequenceEqual(_members![i].Utf8Name))
            {
                return i;
            }
        }

        return -1;
    }

    private void AbsorbLiterals(LiteralSet theirs)
    {
        if (!theirs.IsOpen)
        {
            CloseLiterals();
        }
        else if (theirs != LiteralSet.None)
        {
            ReachLiterals().Absorb(theirs);
        }
    }

    private void AbsorbMembers(ShapeNode other)
    {
        int guess = 0;
        foreach (ShapeMember member in other.Members)
        {
            int index = ReachMember(member.Utf8Name, guess);
            guess = index + 1;
            (index < 0 ? ReachMapValues() : Members[index].Node).Absorb(member.Node);
        }

        if (IsCollapsed)
        {
            ReachVariants().CloseForGood();
        }
        else if (other._variants is { } variants)
        {
            ReachVariants().Absorb(variants);
        }
    }

    internal void Collapse()
    {
        IsCollapsed = true;
        ShapeNode values = ReachMapValues();
        foreach (ShapeMember member in Members)
        {
            values.Absorb(member.Node);
        }

        _members = null;
        ReachVariants().CloseForGood();
    }
}
