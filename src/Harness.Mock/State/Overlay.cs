using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Mock.State;

/// <summary>Properties that writes have given to a thing; what later reads show instead of the seeded values.</summary>
internal sealed class Overlay
{
    public static readonly Overlay Empty = new(ImmutableDictionary<string, JsonElement>.Empty);

    private Overlay(ImmutableDictionary<string, JsonElement> properties) => Properties = properties;

    public ImmutableDictionary<string, JsonElement> Properties { get; }

    /// <summary>With the members of a body on top; objects are merged, everything else is replaced.</summary>
    public Overlay With(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return this;
        }

        ImmutableDictionary<string, JsonElement>.Builder properties = Properties.ToBuilder();
        foreach (JsonProperty member in body.EnumerateObject())
        {
            properties[member.Name] = properties.TryGetValue(member.Name, out JsonElement known) ? Merge(known, member.Value) : member.Value.Clone();
        }

        return new Overlay(properties.ToImmutable());
    }

    public Overlay Without(string name) => new(Properties.Remove(name));

    /// <summary>The later value; for two objects all members of both.</summary>
    public static JsonElement Merge(JsonElement earlier, JsonElement later)
    {
        if (earlier.ValueKind != JsonValueKind.Object || later.ValueKind != JsonValueKind.Object)
        {
            return later.Clone();
        }

        JsonObject merged = JsonObject.Create(earlier.Clone())!;
        foreach (JsonProperty member in later.EnumerateObject())
        {
            JsonElement value = earlier.TryGetProperty(member.Name, out JsonElement known) ? Merge(known, member.Value) : member.Value.Clone();
            merged[member.Name] = JsonSerializer.SerializeToNode(value);
        }

        return JsonSerializer.SerializeToElement(merged);
    }
}
