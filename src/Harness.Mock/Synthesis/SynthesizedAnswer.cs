namespace Harness.Mock.Synthesis;

/// <summary>An answer made up from contract, tenant and seed.</summary>
/// <param name="ContentType">Null when there is no body.</param>
public sealed record SynthesizedAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body) : SynthesisResult;
