using System.Text.Json;
using Harness.Stubs.Json;

namespace Harness.Stubs.Mappings;

/// <summary>Reads a response's headers, which both dialects write alike: a text, or a list of texts.</summary>
internal static class HeaderLists
{
    public static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Read(ObjectReader? headers)
    {
        var read = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        foreach (LocatedMember member in headers?.Node.Members ?? [])
        {
            IReadOnlyList<LocatedJson> values = member.Value.Kind == JsonValueKind.Array ? member.Value.Items : [member.Value];
            if (values.FirstOrDefault(v => v.Kind is not (JsonValueKind.String or JsonValueKind.Number)) is { } wrong)
            {
                headers!.Problems.Add(wrong, $"the header '{member.Name}' must be text, not {wrong.Describe()}", "Put it in quotes, or write a list of texts");
            }
            else if (!IsName(member.Name) || values.Any(v => v.Text.AsSpan().ContainsAny('\r', '\n', '\0')))
            {
                headers!.Problems.Add(member.Line, member.Column, $"the header '{member.Name}' cannot be sent", "Write a name of letters, digits and dashes, and a value on one line");
            }
            else
            {
                read.Add(new(member.Name, [.. values.Select(v => v.Text)]));
            }
        }

        return read;
    }

    private static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
