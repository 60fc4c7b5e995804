namespace Harness.Contracts.Schemas;

/// <summary>How strictly a document is held to its schema, and how long the check may go on.</summary>
public sealed record ValidationOptions
{
    /// <summary>Everything the schema says, for answers.</summary>
    public static readonly ValidationOptions Answer = new();

    /// <summary>For bodies that clients send: what a portal is known to check and no more.</summary>
    /// <remarks>Portals ignore properties they do not know and answer to texts that break a mere format.</remarks>
    public static readonly ValidationOptions Request = new()
    {
        IsRequest = true,
        ChecksFormats = false,
        AllowsUndeclared = true,
        AlternativesMayOverlap = true,
    };

    /// <summary>After this many violations the check stops.</summary>
    public int MaxViolations { get; init; } = 20;

    /// <summary>Read-only properties are not required of a request, write-only ones not of an answer.</summary>
    public bool IsRequest { get; init; }

    public bool ChecksFormats { get; init; } = true;

    /// <summary>Undeclared properties pass even where the schema is closed.</summary>
    public bool AllowsUndeclared { get; init; }

    /// <summary><c>oneOf</c> is read as <c>anyOf</c>.</summary>
    public bool AlternativesMayOverlap { get; init; }
}
