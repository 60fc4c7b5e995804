namespace Harness.Contracts.Routing;

/// <summary>What a segment of a path template admits, from the most specific to the least.</summary>
public enum PathSegmentKind
{
    /// <summary>One text: <c>incidents</c>, <c>$batch</c>, or nothing between two slashes.</summary>
    Literal,

    /// <summary>Text with parameters in it, each of which may be empty: <c>Mailbox('{mailboxId}')</c>.</summary>
    Pattern,

    /// <summary>A parameter and nothing else, which is never empty: <c>{id}</c>.</summary>
    Parameter,
}
