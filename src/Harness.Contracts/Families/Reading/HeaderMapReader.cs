using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Reads a map of response headers, whose values may be templates.</summary>
internal static class HeaderMapReader
{
    public static IReadOnlyDictionary<string, string> Read(NodeReader reader, string key)
    {
        IReadOnlyDictionary<string, string> headers = reader.TextMap(key, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in headers)
        {
            LocatedNode node = reader.Find(key)![name] ?? reader.Node;
            if (name.Length == 0 || !name.All(IsTokenCharacter))
            {
                reader.Log.AddAtKey(reader.Find(key)!, name, $"'{name}' is no header name", "Use letters, digits and hyphens");
            }

            if (value.Any(char.IsControl))
            {
                reader.Log.Add(node, $"the header '{name}' holds a line break or another control character", "Write it on one line");
            }

            TemplateCheck.Read(node, value, reader.Log);
        }

        return headers;
    }

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);
}
