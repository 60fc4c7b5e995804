using System.Text.RegularExpressions;

namespace Harness.Mock.Recordings;

/// <summary>Which value of the seeded world stands where a recording has a stand-in of the sanitizer's.</summary>
internal sealed partial class Substitutes
{
    private const string EncodedSpace = "%20";

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first meaning a stand-in gets is the one it keeps.</summary>
    public void Add(string standIn, string value)
    {
        if (standIn.Length > 0 && value.Length > 0 && !standIn.Equals(value, StringComparison.OrdinalIgnoreCase))
        {
            _values.TryAdd(standIn, value);
        }
    }

    public bool Knows(string standIn) => _values.ContainsKey(standIn);

    /// <summary>The text with every whole GUID, mail address, name and host label that has a meaning here replaced.</summary>
    public string Apply(string text) =>
        _values.Count == 0 ? text
        : _values.TryGetValue(text, out string? whole) ? whole
        : text.Length < 6 ? text
        : Token().Replace(text, match => ValueOf(match.Value));

    private string ValueOf(string token) =>
        _values.TryGetValue(token, out string? value) ? value
        : token.Contains(EncodedSpace, StringComparison.Ordinal) && _values.TryGetValue(token.Replace(EncodedSpace, " ", StringComparison.Ordinal), out value) ? Uri.EscapeDataString(value)
        : token;

    // Stand-ins for what has no form of its own are marked as fake; names, in a path too, and names of resources are a sign and a mark.
    // Mail addresses first, because a GUID may stand in one; a label is what hosts and sites are called after.
    [GeneratedRegex(@"[\w.+#-]+@[\w.-]+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|fake-[a-z2-7]{16}|(?<![A-Za-z0-9])(?:Name(?: |%20)|[a-z])[a-z2-7]{16}(?![A-Za-z0-9])|(?<=//|^)[a-z0-9]+(?=[.-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
