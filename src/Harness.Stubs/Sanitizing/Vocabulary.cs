using System.Buffers;

namespace Harness.Stubs.Sanitizing;

/// <summary>What the first reading learned: values known by their names, to be found again in free text, and ids known to be everybody's.</summary>
internal sealed class Vocabulary
{
    private const int Limit = 50_000;
    private const int Shortest = 3;
    private const int Longest = 200;

    private readonly Dictionary<string, string> _standIns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid> _publicIds = [];
    private SearchValues<string>? _search;
    private int[] _lengths = [];
    private bool _frozen;

    public void Learn(string literal, string standIn)
    {
        if (_frozen || literal.Length is < Shortest or > Longest || string.Equals(literal, standIn, StringComparison.Ordinal))
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
        if (!_frozen && _publicIds.Count < Limit)
        {
            _publicIds.Add(id);
        }
    }

    public bool IsPublic(Guid id) => _publicIds.Contains(id);

    public void Freeze()
    {
        _frozen = true;
        _search = _standIns.Count == 0 ? null : SearchValues.Create([.. _standIns.Keys], StringComparison.OrdinalIgnoreCase);
        _lengths = [.. _standIns.Keys.Select(k => k.Length).Distinct().OrderDescending()];
    }

    /// <summary>The text with every learned literal replaced, where it is a word of its own.</summary>
    public string Replace(string text)
    {
        if (_search is null)
        {
            return text;
        }

        var lookup = _standIns.GetAlternateLookup<ReadOnlySpan<char>>();
        System.Text.StringBuilder? clean = null;
        int done = 0, at = 0;
        while (at < text.Length)
        {
            int found = text.AsSpan(at).IndexOfAny(_search);
            if (found < 0)
            {
                break;
            }

            at += found;
            if (Match(text, at, lookup) is not var (length, standIn))
            {
                at++;
                continue;
            }

            clean ??= new System.Text.StringBuilder(text.Length);
            clean.Append(text, done, at - done).Append(standIn);
            at += length;
            done = at;
        }

        return clean is null ? text : clean.Append(text, done, text.Length - done).ToString();
    }

    private (int Length, string StandIn)? Match(string text, int at, Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]))
        {
            return null;
        }

        foreach (int length in _lengths)
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
