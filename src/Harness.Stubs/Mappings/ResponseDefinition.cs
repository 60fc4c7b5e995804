namespace Harness.Stubs.Mappings;

/// <summary>What a mapping answers with.</summary>
public sealed record ResponseDefinition
{
    public int Status { get; init; } = 200;

    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Headers { get; init; } = [];

    /// <summary>Null for none.</summary>
    public StubBody? Body { get; init; }

    public StubDelay Delay { get; init; }

    /// <summary>Whether body and headers are Handlebars templates.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Whether a JSON text that is all template becomes a number, a boolean or an object when it reads as one.</summary>
    public bool ConvertsValues { get; init; } = true;
}
