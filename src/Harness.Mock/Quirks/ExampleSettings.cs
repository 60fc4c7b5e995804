using System.Text.Json.Nodes;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.Quirks;

/// <summary>What a declaration says about the example call of its operations.</summary>
internal sealed record ExampleSettings(
    IReadOnlyList<KeyValuePair<string, ValueTemplate>> Query, IReadOnlyList<KeyValuePair<string, ValueTemplate>> PathValues, JsonTemplate? Body)
{
    public CallRemedy In(ValueScope scope) => new(Fill(Query, scope), Fill(PathValues, scope), BodyText(scope));

    private static Dictionary<string, string> Fill(IReadOnlyList<KeyValuePair<string, ValueTemplate>> templates, ValueScope scope)
    {
        var filled = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, ValueTemplate> template in templates)
        {
            if (template.Value.Text(scope) is { } text)
            {
                filled[template.Key] = text;
            }
        }

        return filled;
    }

    // Plain text goes as it is: a form body is no JSON.
    private string? BodyText(ValueScope scope) => Body?.Make(scope) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonNode node => node.ToJsonString(),
    };
}
