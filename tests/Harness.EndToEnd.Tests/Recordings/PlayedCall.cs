using Harness.Tests.Support;

namespace Harness.EndToEnd.Tests.Recordings;

/// <summary>One operation's answer before it was recorded, and as it plays back.</summary>
internal sealed record PlayedCall(string Path, PortalAnswer Original, PortalAnswer Played)
{
    /// <summary>Places where the two have different shapes.</summary>
    public IEnumerable<string> Differences()
    {
        IReadOnlyList<string> before = ShapeLines.Of(Original.Bytes), after = ShapeLines.Of(Played.Bytes);
        return before.Except(after, StringComparer.Ordinal).Select(line => $"{Path}: only before {line}")
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => $"{Path}: only after {line}"));
    }
}
