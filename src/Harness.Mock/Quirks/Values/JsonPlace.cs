using System.Globalization;
using System.Text.Json.Nodes;

namespace Harness.Mock.Quirks.Values;

/// <summary>A JSON pointer into an answer, in which <c>*</c> stands for every element or member.</summary>
internal sealed class JsonPlace
{
    private const string Every = "*";

    private readonly string[] _steps;

    private JsonPlace(string[] steps) => _steps = steps;

    /// <summary>Whether it means the whole document.</summary>
    public bool IsWhole => _steps.Length == 0;

    public static JsonPlace Parse(string pointer) => new(pointer.Length == 0 ? [] :
        [.. pointer.TrimStart('/').Split('/').Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]);

    public JsonNode? Find(JsonNode? root)
    {
        JsonNode? node = root;
        foreach (string step in _steps)
        {
            node = Child(node, step);
        }

        return node;
    }

    /// <summary>Puts a value there, in every place that is meant. Objects on the way are made where there is nothing; a null stays one.</summary>
    public void Set(JsonNode root, Func<JsonNode?> value) => Set(root, 0, value);

    /// <summary>Takes a member out of the object it stands in; an element of an array stays.</summary>
    public void Remove(JsonNode root)
    {
        if (!IsWhole && new JsonPlace(_steps[..^1]).Find(root) is JsonObject members)
        {
            members.Remove(_steps[^1]);
        }
    }

    private void Set(JsonNode? node, int at, Func<JsonNode?> value)
    {
        if (_steps[at] == Every)
        {
            foreach (string step in Steps(node))
            {
                Step(node, step, at, value);
            }
        }
        else
        {
            Step(node, _steps[at], at, value);
        }
    }

    private void Step(JsonNode? node, string step, int at, Func<JsonNode?> value)
    {
        if (at == _steps.Length - 1)
        {
            Put(node, step, value());
            return;
        }

        JsonNode? next = Child(node, step);
        if (next is null && node is JsonObject members && !members.ContainsKey(step) && _steps[at + 1] != Every)
        {
            Put(node, step, next = new JsonObject());
        }

        Set(next, at + 1, value);
    }

    private static string[] Steps(JsonNode? node) => node switch
    {
        JsonObject members => [.. members.Select(m => m.Key)],
        JsonArray items => [.. Enumerable.Range(0, items.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
        _ => [],
    };

    private static JsonNode? Child(JsonNode? node, string step) => node switch
    {
        JsonObject members => members[step],
        JsonArray items when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count => items[index],
        _ => null,
    };

    private static void Put(JsonNode? node, string step, JsonNode? value)
    {
        if (node is JsonObject members)
        {
            members[step] = value;
        }
        else if (node is JsonArray items && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count)
        {
            items[index] = value;
        }
    }
}
