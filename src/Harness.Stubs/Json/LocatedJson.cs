using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Stubs.Json;

/// <summary>A value of a JSON document that remembers where it stands, so that a mistake can be shown as <c>path:line:column</c>.</summary>
internal sealed class LocatedJson
{
    public required JsonValueKind Kind { get; init; }

    /// <summary>A string's characters, or a number as written; empty for anything else.</summary>
    public string Text { get; init; } = "";

    /// <summary>Elements of an array.</summary>
    public IReadOnlyList<LocatedJson> Items { get; init; } = [];

    /// <summary>Members of an object, in the order of the file.</summary>
    public IReadOnlyList<LocatedMember> Members { get; init; } = [];

    /// <summary>1-based.</summary>
    public int Line { get; init; }

    /// <summary>1-based, in characters.</summary>
    public int Column { get; init; }

    /// <summary>Null when the object lacks the member, or when it is null: both are read the same.</summary>
    public LocatedJson? Find(string name, StringComparison comparison)
    {
        foreach (LocatedMember member in Members)
        {
            if (member.Name.Equals(name, comparison))
            {
                return member.Value.Kind == JsonValueKind.Null ? null : member.Value;
            }
        }

        return null;
    }

    public JsonNode? ToNode() => Kind switch
    {
        JsonValueKind.Object => new JsonObject(Members.Select(m => KeyValuePair.Create(m.Name, m.Value.ToNode()))),
        JsonValueKind.Array => new JsonArray([.. Items.Select(i => i.ToNode())]),
        JsonValueKind.String => JsonValue.Create(Text),
        JsonValueKind.Number => JsonNode.Parse(Text),
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        _ => null,
    };

    /// <summary>What the value is, as a problem calls it.</summary>
    public string Describe() => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"the text '{(Text.Length > 40 ? Text[..40] + "..." : Text)}'",
        JsonValueKind.Number => $"the number {Text}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
