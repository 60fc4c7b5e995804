namespace Harness.Drift.Inference;

/// <summary>The few different words that the texts at one place are, as long as they are few and look like words of a vocabulary.</summary>
/// <remarks>It closes for good at the first text that is no word, or with too many: free text is nobody's business.</remarks>
public sealed class LiteralSet
{
    private const int Most = 32;

    /// <summary>Of places without a text; nobody adds to it.</summary>
    internal static readonly LiteralSet None = new();

    /// <summary>Of all places with free text: a closed set holds nothing and never opens again.</summary>
    internal static readonly LiteralSet Closed = new() { IsOpen = false };

    private readonly List<Literal> _literals = [];

    /// <summary>Values of a baseline file that were left out of it because too few objects had them.</summary>
    public long Untold { get; private set; }

    public bool IsOpen { get; private set; } = true;

    public IReadOnlyList<Literal> All => _literals;

    public long Total => _literals.Sum(l => l.Count) + Untold;

    /// <summary>Whether the texts seen are a vocabulary: many objects share few words.</summary>
    public bool IsVocabulary => IsOpen && _literals.Count > 0 && Total >= 9 && (long)_literals.Count * _literals.Count <= Total;

    public bool Contains(string text) => _literals.Exists(l => string.Equals(l.Text, text, StringComparison.Ordinal));

    internal void Close()
    {
        IsOpen = false;
        Untold = 0;
        _literals.Clear();
    }

    internal void Add(ReadOnlySpan<byte> utf8, long count = 1)
    {
        if (!IsOpen)
        {
            return;
        }

        foreach (Literal literal in _literals)
        {
            if (utf8.SequenceEqual(literal.Utf8))
            {
                literal.Count += count;
                return;
            }
        }

        if (_literals.Count == Most)
        {
            Close();
            return;
        }

        _literals.Add(new Literal(utf8.ToArray(), count));
    }

    internal void AddUntold(long count) => Untold += IsOpen ? count : 0;

    internal void Absorb(LiteralSet other)
    {
        if (!other.IsOpen)
        {
            Close();
        }

        if (!IsOpen)
        {
            return;
        }

        Untold += other.Untold;
        foreach (Literal literal in other._literals)
        {
            Add(literal.Utf8, literal.Count);
        }
    }
}
