namespace Harness.Contracts.Access;

/// <summary>An accepted audience: exact text, or text with one host value of the tenant (<c>https://{tenant}.sharepoint.com</c>).</summary>
/// <remarks>Compared exactly, letter case and trailing slash included: observed, BAP refuses the audience without its slash.</remarks>
public sealed class AudiencePattern
{
    private readonly string _prefix;
    private readonly string _suffix;
    private readonly string? _variable;

    /// <exception cref="FormatException">More than one variable, or a brace that is not closed.</exception>
    public AudiencePattern(string text)
    {
        Text = text;
        int open = text.IndexOf('{', StringComparison.Ordinal);
        int close = text.IndexOf('}', StringComparison.Ordinal);
        if (open != text.LastIndexOf('{') || close != text.LastIndexOf('}') || close < open || (open < 0) != (close < 0))
        {
            throw new FormatException($"'{text}' is no audience: at most one {{variable}} is allowed");
        }

        _prefix = open < 0 ? text : text[..open];
        _variable = open < 0 ? null : text[(open + 1)..close];
        _suffix = open < 0 ? "" : text[(close + 1)..];
    }

    public string Text { get; }

    public bool Matches(ReadOnlySpan<char> audience, IReadOnlyDictionary<string, string> hostValues)
    {
        if (_variable is null)
        {
            return audience.SequenceEqual(_prefix);
        }

        return hostValues.TryGetValue(_variable, out string? value)
            && audience.Length == _prefix.Length + value.Length + _suffix.Length
            && audience.StartsWith(_prefix, StringComparison.Ordinal)
            && audience.EndsWith(_suffix, StringComparison.Ordinal)
            && audience[_prefix.Length..^_suffix.Length].SequenceEqual(value);
    }

    /// <summary>The concrete audience; the variable's own name stands for a value that is not known.</summary>
    public string Fill(IReadOnlyDictionary<string, string> hostValues) =>
        _variable is null ? _prefix : _prefix + (hostValues.TryGetValue(_variable, out string? value) ? value : _variable) + _suffix;

    public override string ToString() => Text;
}
