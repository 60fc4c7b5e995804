namespace Harness.Drift.Inference;

/// <summary>What is known of the values at one place: how often each kind came, which members its objects have, what its lists hold.</summary>
public sealed class ShapeNode
{
    /// <summary>More names than this at one place are keys, not members.</summary>
    internal const int MostMembers = 256;

    private readonly long[] _tallies = new long[Tallies.Count];
    private readonly List<ShapeMember> _members = [];

    internal ShapeNode()
    {
    }

    /// <summary>How many values there were.</summary>
    public long Occurrences => this[Tally.Null] + Present;

    /// <summary>How many of them were not null.</summary>
    public long Present =>
        this[Tally.Boolean] + this[Tally.Integer] + this[Tally.Fraction] + this[Tally.String] + this[Tally.Array] + this[Tally.Object];

    public IReadOnlyList<ShapeMember> Members => _members;

    /// <summary>What the elements of lists look like, all positions together; null when no list had any.</summary>
    public ShapeNode? Items { get; private set; }

    /// <summary>What stands under keys that are data (ids, addresses, dates), all keys together.</summary>
    public ShapeNode? MapValues { get; private set; }

    /// <summary>So many different names came that all of them count as keys.</summary>
    public bool IsCollapsed { get; private set; }

    public LiteralSet Literals { get; } = new();

    public VariantTable Variants { get; } = new();

    public long this[Tally tally] => _tallies[(int)tally];

    public ShapeNode? FindMember(string name)
    {
        foreach (ShapeMember member in _members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.Node;
            }
        }

        return null;
    }

    internal void Add(Tally tally, long count = 1) => _tallies[(int)tally] += count;

    internal ShapeNode ReachMember(string name)
    {
        int index = ReachMember(System.Text.Encoding.UTF8.GetBytes(name), _members.Count);
        return index < 0 ? ReachMapValues() : _members[index].Node;
    }

    internal ShapeNode ReachItems() => Items ??= new ShapeNode();

    internal ShapeNode ReachMapValues() => MapValues ??= new ShapeNode();

    /// <summary>The member's place in <see cref="Members"/>, -1 for a name that is a key.</summary>
    /// <param name="guess">Where it stood in the object before: lists repeat their members in one order.</param>
    internal int ReachMember(ReadOnlySpan<byte> utf8Name, int guess)
    {
        if (guess < _members.Count && utf8Name.SequenceEqual(_members[guess].Utf8Name))
        {
            return guess;
        }

        int known = IndexOf(utf8Name);
        if (known >= 0)
        {
            return known;
        }

        if (IsCollapsed || KeyLexicon.IsKey(utf8Name))
        {
            return -1;
        }

        if (_members.Count == MostMembers)
        {
            Collapse();
            return -1;
        }

        _members.Add(new ShapeMember(utf8Name.ToArray(), new ShapeNode()));
        return _members.Count - 1;
    }

    internal void Absorb(ShapeNode other)
    {
        for (int i = 0; i < _tallies.Length; i++)
        {
            _tallies[i] += other._tallies[i];
        }

        Literals.Absorb(other.Literals);
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
        for (int i = 0; i < _members.Count; i++)
        {
            if (utf8Name.SequenceEqual(_members[i].Utf8Name))
            {
                return i;
            }
        }

        return -1;
    }

    private void AbsorbMembers(ShapeNode other)
    {
        int guess = 0;
        foreach (ShapeMember member in other._members)
        {
            int index = ReachMember(member.Utf8Name, guess);
            guess = index + 1;
            (index < 0 ? ReachMapValues() : _members[index].Node).Absorb(member.Node);
        }

        if (IsCollapsed)
        {
            Variants.CloseForGood();
        }
        else
        {
            Variants.Absorb(other.Variants);
        }
    }

    internal void Collapse()
    {
        IsCollapsed = true;
        ShapeNode values = ReachMapValues();
        foreach (ShapeMember member in _members)
        {
            values.Absorb(member.Node);
        }

        _members.Clear();
        Variants.CloseForGood();
    }
}
