using System.Collections;

namespace Harness.Contracts.Routing;

/// <summary>What the path parameters of an operation stand for in one call, in the order of the path.</summary>
public readonly struct PathValues : IReadOnlyList<PathValue>, IEquatable<PathValues>
{
    private readonly IReadOnlyList<string>? _names;
    private readonly string[]? _values;

    internal PathValues(IReadOnlyList<string> names, string[] values)
    {
        _names = names;
        _values = values;
    }

    public int Count => _values?.Length ?? 0;

    public PathValue this[int index] =>
        _values is null ? throw new ArgumentOutOfRangeException(nameof(index)) : new PathValue(_names![index], _values[index]);

    /// <summary>Null when the path has no parameter of that name; names are compared without regard to case.</summary>
    public string? Find(string name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (string.Equals(_names![i], name, StringComparison.OrdinalIgnoreCase))
            {
                return _values![i];
            }
        }

        return null;
    }

    public IEnumerator<PathValue> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(PathValues other) => this.AsEnumerable().SequenceEqual(other);

    public override bool Equals(object? obj) => obj is PathValues other && Equals(other);

    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, _values![0]);

    public static bool operator ==(PathValues left, PathValues right) => left.Equals(right);

    public static bool operator !=(PathValues left, PathValues right) => !left.Equals(right);
}
