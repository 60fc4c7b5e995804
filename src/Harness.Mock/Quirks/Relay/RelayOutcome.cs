using System.Text.Json.Nodes;

namespace Harness.Mock.Quirks.Relay;

/// <summary>What the relay answers to one message.</summary>
/// <param name="Code">Decision code; <c>served</c> when the message was taken.</param>
/// <param name="Hold">How long a long poll is kept open.</param>
internal sealed record RelayOutcome(JsonObject Message, string Code, string Because, string? Fix, TimeSpan Hold)
{
    public bool IsTaken => Code == "served";

    public static RelayOutcome Taken(JsonObject message, TimeSpan hold = default) => new(message, "served", "The relay took the messages.", null, hold);
}
