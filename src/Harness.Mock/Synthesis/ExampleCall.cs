namespace Harness.Mock.Synthesis;

/// <summary>A call that succeeds once it carries what the family's access model asks for.</summary>
/// <param name="Path">Percent-encoded, ready to send.</param>
/// <param name="Query">Required parameters only; not encoded.</param>
/// <param name="ContentType">Null when there is no body.</param>
/// <param name="Body">As text; null when the operation declares none.</param>
public sealed record ExampleCall(string Host, string Path, IReadOnlyDictionary<string, string> Query, string? ContentType, string? Body)
{
    /// <summary>The path's values as they were chosen, decoded.</summary>
    public required IReadOnlyDictionary<string, string> PathValues { get; init; }
}
