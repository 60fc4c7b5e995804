using System.Collections.Frozen;

namespace Harness.Stubs;

/// <summary>The mappings of one family, in the order in which they answer, found by path where they name one. Never changed; a change makes a new one.</summary>
internal sealed class StubIndex
{
    public static readonly StubIndex Empty = new([]);

    private readonly FrozenDictionary<string, StoredStub[]> _byPath;
    private readonly StoredStub[] _anywhere;

    public StubIndex(IEnumerable<StoredStub> stubs)
    {
        StoredStub[] ordered = [.. stubs.OrderBy(s => s.Mapping.Priority).ThenByDescending(s => s.Order)];
        _anywhere = [.. ordered.Where(s => Path(s) is null)];

        // Each path's list has those without a path merged in already, so that a call walks one list.
        _byPath = ordered.Select(Path).OfType<string>().Distinct(StringComparer.Ordinal).ToFrozenDictionary(
            path => path,
            path => ordered.Where(s => Path(s) is not { } own || own.Equals(path, StringComparison.Ordinal)).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Those that the path alone does not rule out.</summary>
    public StoredStub[] Candidates(string rawPath)
    {
        if (_byPath.Count == 0)
        {
            return _anywhere;
        }

        if (_byPath.TryGetValue(rawPath, out StoredStub[]? found))
        {
            return found;
        }

        return rawPath.Contains('%', StringComparison.Ordinal) && _byPath.TryGetValue(Uri.UnescapeDataString(rawPath), out found) ? found : _anywhere;
    }

    private static string? Path(StoredStub stub) => stub.Mapping.Request.Url?.LiteralPath;
}
