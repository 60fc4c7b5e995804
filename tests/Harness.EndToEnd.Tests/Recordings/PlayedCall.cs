using Harness.Tests.Support;

namespace Harness.EndToEnd.Tests.Recordings;

/// <summary>One operation's answer before it was recorded, and as it plays back.</summary>
internal sealed record PlayedCall(string Path, PortalAnswer Original, PortalAnswer Played)
{
    // The id of a session may be all that it takes to enter it: its stand-in is no id.
    private const string Session = "$.sessionId ";

    /// <summary>Places where the two have different shapes.</summary>
    public IEnumerable<string> Differences()
    {
        string[] before = [.. ShapeLines.Of(Original.Bytes).Where(IsCompared)], after = [.. ShapeLines.Of(Played.Bytes).Where(IsCompared)];
        return before.Except(after, StringComparer.Ordinal).Select(line => $"{Path}: only before {line}")
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => $"{Path}: only after {line}"));
    }

    private static bool IsCompared(string line) => !line.StartsWith(Session, StringComparison.Ordinal);
}
