using System.Text.Json.Nodes;

namespace Harness.Tests.Support;

/// <summary>What a process has said and how it ended.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonNode Json() => JsonNode.Parse(Output)!;
}
