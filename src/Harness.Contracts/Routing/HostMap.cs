using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>Finds what is kept under a concrete host, where hosts are declared literally or as templates.</summary>
internal sealed class HostMap<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _literals;
    private readonly (HostPattern Pattern, T Value)[] _templates;

    /// <param name="entries">One for each pattern's text.</param>
    public HostMap(IReadOnlyCollection<(HostPattern Pattern, T Value)> entries)
    {
        _literals = entries.Where(entry => entry.Pattern.Variable is null)
            .ToFrozenDictionary(entry => entry.Pattern.Text, entry => entry.Value, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _templates = [.. entries.Where(entry => entry.Pattern.Variable is not null).OrderByDescending(entry => entry.Pattern.LiteralLength)];
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
            (HostPattern pattern, T kept) = _templates[cursor - 1];
            cursor++;
            if (pattern.Matches(host))
            {
                value = kept;
                return true;
            }
        }

        value = default;
        return false;
    }
}
