using System.Text.Json.Nodes;

namespace Harness.Mock.Cmdlets;

/// <summary>A cmdlet that a call names, with its parameters.</summary>
internal sealed record CmdletCall(string Name, JsonObject Parameters, RecipientDirectory Directory, MailboxSettings Settings, DateTime Today)
{
    public string? Text(string parameter) => Find(parameter) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public bool IsSet(string parameter) => Find(parameter) is JsonValue value && value.TryGetValue(out bool on) && on;

    /// <summary>A list, or one text; null when the parameter is not there.</summary>
    public IReadOnlyList<string>? Texts(string parameter) => TextsOf(Find(parameter));

    public JsonNode? Find(string parameter) => Parameters.FirstOrDefault(p => p.Key.Equals(parameter, StringComparison.OrdinalIgnoreCase)).Value;

    public static IReadOnlyList<string>? TextsOf(JsonNode? node) => node switch
    {
        JsonArray items => [.. items.OfType<JsonValue>().Select(v => v.TryGetValue(out string? text) ? text : null).OfType<string>()],
        JsonValue value when value.TryGetValue(out string? one) => [one],
        _ => null,
    };
}
