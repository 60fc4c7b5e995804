using System.Text.Json.Nodes;

namespace Harness.Mock.Cmdlets;

/// <summary>What a cmdlet printed, or why it failed.</summary>
/// <param name="Missing">The object that could not be found; null when none is missing.</param>
/// <param name="Problem">What else is wrong with the call; null when nothing is.</param>
internal sealed record CmdletOutcome(IReadOnlyList<JsonObject> Values, string? Missing = null, string? Problem = null)
{
    public static CmdletOutcome Done { get; } = new([]);

    public static CmdletOutcome NotFound(string identity) => new([], Missing: identity);

    public static CmdletOutcome Failed(string problem) => new([], Problem: problem);
}
