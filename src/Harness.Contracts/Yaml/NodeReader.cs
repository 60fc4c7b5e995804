using System.Globalization;

namespace Harness.Contracts.Yaml;

/// <summary>A mapping that is being read: gives the value of a key, or complains about it where it stands.</summary>
/// <remarks>A key whose value is empty (<c>licenses:</c>) counts as left out.</remarks>
internal sealed class NodeReader
{
    private NodeReader(LocatedNode node, string what, ProblemLog log)
    {
        Node = node;
        What = what;
        Log = log;
    }

    public LocatedNode Node { get; }

    /// <summary>What is being read, as problems call it: <c>the refusal 'signed-out'</c>.</summary>
    public string What { get; }

    public ProblemLog Log { get; }

    /// <summary>Null, with a problem, when the node is no mapping. Keys that are not allowed are reported at once.</summary>
    /// <param name="keys">The allowed keys; null when any will do.</param>
    public static NodeReader? Open(LocatedNode node, string what, IReadOnlyCollection<string>? keys, ProblemLog log)
    {
        if (node.Kind != YamlKind.Mapping)
        {
            string advice = keys is null ? "Write 'key: value' lines" : $"Write 'key: value' lines; the keys are: {string.Join(", ", keys)}";
            log.Add(node, $"{what} must be a mapping, not {Describe(node)}", advice);
            return null;
        }

        foreach (string key in node.Entries.Select(e => e.Key).Where(k => keys?.Contains(k) == false))
        {
            log.AddAtKey(node, key, $"unknown key '{key}' in {what}", NearestWord.Advise(key, keys!));
        }

        return new NodeReader(node, what, log);
    }

    public static bool IsScalar(LocatedNode node) => node.Kind is YamlKind.Text or YamlKind.Number or YamlKind.Boolean;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Null when the key is left out or empty.</summary>
    public LocatedNode? Find(string key) => Node[key] is { Kind: not YamlKind.Null } value ? value : null;

    /// <summary>Null, with a problem, when the key is left out.</summary>
    /// <param name="hint">What to add.</param>
    public LocatedNode? Need(string key, string hint)
    {
        LocatedNode? value = Find(key);
        if (value is null)
        {
            Log.Add(Node, $"{What} lacks '{key}'", hint);
        }

        return value;
    }

    public string? Text(string key) => Find(key) is { } value ? TextOf(value, key) : null;

    public string? NeedText(string key, string hint) => Need(key, hint) is { } value ? TextOf(value, key) : null;

    /// <summary>The elements of a list; empty when it is left out or no list.</summary>
    public IReadOnlyList<LocatedNode> Items(string key)
    {
        if (Find(key) is not { } value)
        {
            return [];
        }

        if (value.Kind == YamlKind.Sequence)
        {
            return value.Items;
        }

        Log.Add(value, $"'{key}' in {What} must be a list, not {Describe(value)}", IsScalar(value) ? $"Write [{value.Value}]" : "Write it as a list");
        return [];
    }

    /// <summary>The elements of a list as <paramref name="read"/> makes them; those it refuses are left out.</summary>
    public T[] List<T>(string key, Func<LocatedNode, ProblemLog, T?> read)
        where T : class => [.. Items(key).Select(i => read(i, Log)).OfType<T>()];

    public string[] Texts(string key) => List(key, (item, _) => TextOf(item, key));

    /// <summary>A mapping under the key; null when it is left out or no mapping.</summary>
    public NodeReader? Child(string key, string what, IReadOnlyCollection<string>? keys) =>
        Find(key) is { } value ? Open(value, what, keys, Log) : null;

    /// <summary>A mapping of scalars; empty when it is left out.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string key, StringComparer comparer)
    {
        var map = new Dictionary<string, string>(comparer);
        foreach (KeyValuePair<string, LocatedNode> entry in Child(key, $"'{key}' in {What}", null)?.Node.Entries ?? [])
        {
            if (TextOf(entry.Value, entry.Key) is { } text && !map.TryAdd(entry.Key, text))
            {
                Log.Add(entry.Value, $"'{entry.Key}' stands twice in '{key}' of {What}; letter case does not count", "Remove one of them");
            }
        }

        return map;
    }

    public int? Integer(string key, int least, int most)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.Kind == YamlKind.Number && int.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most)
        {
            return number;
        }

        Log.Add(value, $"'{key}' in {What} must be a whole number, not {Describe(value)}", $"Write a number from {least} to {most}");
        return null;
    }

    public bool Flag(string key)
    {
        if (Find(key) is not { } value)
        {
            return false;
        }

        if (value.Kind != YamlKind.Boolean)
        {
            Log.Add(value, $"'{key}' in {What} must be true or false, not {Describe(value)}", "Write true or false");
        }

        return value.Kind == YamlKind.Boolean && string.Equals(value.Value, "true", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The member of <paramref name="choices"/> that the key names.</summary>
    public T Choice<T>(string key, Choices<T> choices, T otherwise)
    {
        if (Text(key) is not { } word)
        {
            return otherwise;
        }

        if (choices.TryFind(word, out T? choice))
        {
            return choice;
        }

        Log.Add(Find(key)!, $"'{word}' is no {key} of {What}", NearestWord.Advise(word, choices.Words));
        return otherwise;
    }

    private string? TextOf(LocatedNode value, string key)
    {
        if (IsScalar(value))
        {
            return value.Value;
        }

        Log.Add(value, $"'{key}' in {What} must be text, not {Describe(value)}", "Write a single value");
        return null;
    }

    private static string Describe(LocatedNode node) => node.Kind switch
    {
        YamlKind.Mapping => "a mapping",
        YamlKind.Sequence => "a list",
        YamlKind.Null => "nothing",
        _ => $"'{(node.Value.Length > 40 ? node.Value[..40] + "..." : node.Value)}'",
    };
}
