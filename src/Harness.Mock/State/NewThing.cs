using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;
using Harness.Mock.World;

namespace Harness.Mock.State;

/// <summary>Decides by which id a created thing goes: a name that the caller chose, else one that the seed gives.</summary>
internal static class NewThing
{
    public static (string Id, Overlay Given) Of(ListRoute list, AnswerSynthesizer synthesizer, in Entity made, JsonElement body)
    {
        Overlay given = Overlay.Empty.With(body);
        if (list.Key is not { } link)
        {
            return ("", given);
        }

        string name = link.Key.Name;
        bool isChosen = PropertyMeaning.Of(name).Role is not (ValueRole.Identity or ValueRole.AppIdentity) && link.Key.Schema is { Format: not "uuid", ReadOnly: false };
        if (isChosen && body.TryGetProperty(name, out JsonElement chosen) && chosen.ValueKind == JsonValueKind.String && chosen.GetString() is { Length: > 0 } id)
        {
            return (id, given);
        }

        return (synthesizer.KeyOf(link, made), given.Without(name));
    }

    /// <summary>An object with nothing but the id in it.</summary>
    public static JsonElement Member(SchemaProperty key, string id)
    {
        bool isNumber = !key.Schema.Types.HasFlag(JsonTypes.String) && long.TryParse(id, out _);
        return JsonSerializer.SerializeToElement(new JsonObject { [key.Name] = isNumber ? long.Parse(id) : id });
    }
}
