namespace Harness.Contracts.Operations;

/// <summary>A host a family answers on: a literal, or a template such as <c>{tenant}-admin.sharepoint.com</c>.</summary>
/// <remarks>
/// <c>{name}</c> stands for letters, digits and hyphens of one label; <c>{*name}</c> for one or more labels, dots included (observed: the
/// tenant API's host part holds a dot). A template must have a literal tail, or any host on earth would match.
/// </remarks>
public sealed class HostPattern
{
    private readonly string _prefix;
    private readonly string _suffix;
    private readonly bool _manyLabels;

    private HostPattern(string text, string prefix, string suffix, string? variable, bool manyLabels)
    {
        Text = text;
        _prefix = prefix;
        _suffix = suffix;
        Variable = variable;
        _manyLabels = manyLabels;
    }

    /// <summary>As declared, lower case but for the variable's name.</summary>
    public string Text { get; }

    /// <summary>Name of the template variable; null for a literal host.</summary>
    public string? Variable { get; }

    /// <summary>How many characters are literal: of two patterns that match, the more literal one wins.</summary>
    public int LiteralLength => _prefix.Length + _suffix.Length;

    /// <exception cref="FormatException">More than one variable, an unclosed brace, or no literal tail.</exception>
    public static HostPattern Parse(string text)
    {
        int open = text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return new HostPattern(text.ToLowerInvariant(), text.ToLowerInvariant(), "", null, false);
        }

        int close = text.IndexOf('}', open);
        if (close < 0 || text.IndexOf('{', open + 1) >= 0 || close == text.Length - 1)
        {
            throw new FormatException($"'{text}' is no host pattern: one {{variable}} with a literal tail is allowed");
        }

        string prefix = text[..open].ToLowerInvariant();
        string suffix = text[(close + 1)..].ToLowerInvariant();
        bool many = text[open + 1] == '*';
        string variable = text[(open + (many ? 2 : 1))..close];
        return new HostPattern($"{prefix}{{{(many ? "*" : "")}{variable}}}{suffix}", prefix, suffix, variable, many);
    }

    public bool Matches(ReadOnlySpan<char> host)
    {
        if (Variable is null)
        {
            return host.Equals(_prefix, StringComparison.OrdinalIgnoreCase);
        }

        if (host.Length <= LiteralLength
            || !host.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase)
            || !host.EndsWith(_suffix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (char c in host[_prefix.Length..^_suffix.Length])
        {
            if (!(char.IsAsciiLetterOrDigit(c) || c == '-' || (c == '.' && _manyLabels)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The concrete host: the variable's value from <paramref name="values"/>, else the variable's own name.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) =>
        Variable is null ? _prefix : _prefix + (values.TryGetValue(Variable, out string? value) ? value : Variable.ToLowerInvariant()) + _suffix;

    /// <summary>What the variable stands for in a concrete host; null when the host does not match or the pattern is literal.</summary>
    public string? Read(string host) => Variable is not null && Matches(host) ? host[_prefix.Length..^_suffix.Length] : null;

    public override string ToString() => Text;
}
