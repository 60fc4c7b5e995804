using System.Text;

namespace Harness.Stubs.Sanitizing;

/// <summary>What the first reading learned: values known by their names, to be found again in free text, and ids known to be everybody's.</summary>
internal sealed class Vocabulary
{
    private const int Limit = 50_000;
    private const int Shortest = 3;
    private const int Longest = 200;

    private readonly Dictionary<string, string> _standIns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid> _publicIds = [];
    private readonly FirstWords _firstWords = new();

    private bool _isFrozen;

    /// <summary>Whether more can be learned; the spellings of a name need not be made up if not.</summary>
    public bool IsOpen => !_isFrozen && _standIns.Count < Limit;

    public void Learn(string literal, string standIn)
    {
        if (_isFrozen || literal.Length is < Shortest or > Longest || string.Equals(literal, standIn, StringComparison.Ordinal))
        {
            return;
        }

        // Of two stand-ins for one literal the smaller: which was seen first must not matter.
        if (_standIns.TryGetValue(literal, out string? other) ? string.CompareOrdinal(standIn, other) < 0 : _standIns.Count < Limit)
        {
            _standIns[literal] = standIn;
        }
    }

    public void LearnPublic(Guid id)
    {
        if (!_isFrozen && _publicIds.Count < Limit)
        {
            _publicIds.Add(id);
        }
    }

    public bool IsPublic(Guid id) => _publicIds.Contains(id);

    public void Freeze()
    {
        _isFrozen = true;
        foreach (string literal in _standIns.Keys)
        {
            _firstWords.Add(literal);
        }
    }

    /// <summary>The text with every learned literal replaced, where it is a word of its own.</summary>
    public string Replace(string text)
    {
        if (!_isFrozen || _standIns.Count == 0)
        {
            return text;
        }

        var lookup = _standIns.GetAlternateLookup<ReadOnlySpan<char>>();
        StringBuilder? clean = null;
        int done = 0;
        for (int at = 0; at < text.Length;)
        {
            (int next, int[]? lengths) = _firstWords.At(text, at);
            if (lengths is null || Match(text, at, lengths, lookup) is not var (length, standIn))
            {
                at = next;
                continue;
            }

            clean ??= new StringBuilder(text.Length);
            clean.Append(text, done, at - done).Append(standIn);
            at += length;
            done = at;
        }

        return clean is null ? text : clean.Append(text, done, text.Length - done).ToString();
    }

    private static (int Length, string StandIn)? Match(string text, int at, int[] lengths, Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup)
    {
        foreach (int length in lengths)
        {
            if (at + length <= text.Length && EndsAWord(text, at + length) && lookup.TryGetValue(text.AsSpan(at, length), out string? standIn))
            {
                return (length, standIn);
            }
        }

        return null;
    }

    private static bool EndsAWord(string text, int end) => end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1]);
}
