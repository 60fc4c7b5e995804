using System.Diagnostics.CodeAnalysis;

namespace Harness.Contracts.Yaml;

/// <summary>A node of a YAML document that remembers where it stands, so that a mistake can be shown as <c>path:line:column</c>.</summary>
public sealed class LocatedNode
{
    public required YamlKind Kind { get; init; }

    /// <summary>The scalar as written; empty for collections.</summary>
    public string Value { get; init; } = "";

    /// <summary>Elements of a sequence.</summary>
    public IReadOnlyList<LocatedNode> Items { get; init; } = [];

    /// <summary>Entries of a mapping, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, LocatedNode>> Entries { get; init; } = [];

    /// <summary>Where the keys of <see cref="Entries"/> stand, in the same order: a wrong key is shown at the key, not at its value.</summary>
    public IReadOnlyList<KeyPosition> KeyPositions { get; init; } = [];

    /// <summary>1-based.</summary>
    public int Line { get; init; }

    /// <summary>1-based.</summary>
    public int Column { get; init; }

    public LocatedNode? this[string key]
    {
        get
        {
            foreach (KeyValuePair<string, LocatedNode> entry in Entries)
            {
                if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    public bool TryGet(string key, [NotNullWhen(true)] out LocatedNode? value)
    {
        value = this[key];
        return value is not null;
    }
}
