using System.Diagnostics.CodeAnalysis;

namespace Harness.Contracts.Routing;

/// <summary>Finds what is kept under a concrete host, where hosts are declared literally or as templates.</summary>
internal sealed class HostMap<T>
{
    // Not a frozen one: it would have to be made at every start, and what it saves is little, as a call's host is looked up once.
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _literals;
    private readonly HostEntry<T>[] _templates;

    /// <param name="entries">One for each pattern's text.</param>
    public HostMap(IEnumerable<HostEntry<T>> entries)
    {
        var literals = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        var templates = new List<HostEntry<T>>();
        foreach (HostEntry<T> entry in entries)
        {
            if (entry.Pattern.Variable is null)
            {
                literals.Add(entry.Pattern.Text, entry.Value);
            }
            else
            {
                templates.Add(entry);
            }
        }

        _literals = literals.GetAlternateLookup<ReadOnlySpan<char>>();
        _templates = [.. templates.OrderByDescending(entry => entry.Pattern.LiteralLength)];
    }

    public bool Has(ReadOnlySpan<char> host)
    {
        int cursor = 0;
        return TryNext(host, ref cursor, out _);
    }

    /// <summary>The next entry for the host, the most literal first. Begin with a cursor of 0.</summary>
    public bool TryNext(ReadOnlySpan<char> host, ref int cursor, [MaybeNullWhen(false)] out T value)
    {
        if (cursor == 0)
        {
            cursor = 1;
            if (_literals.TryGetValue(host, out value))
            {
                return true;
            }
        }

        while (cursor <= _templates.Length)
        {
            HostEntry<T> entry = _templates[cursor - 1];
            cursor++;
            if (entry.Pattern.Matches(host))
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
