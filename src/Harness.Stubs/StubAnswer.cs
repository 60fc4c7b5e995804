namespace Harness.Stubs;

/// <summary>A mapping's reply to one call, filled in.</summary>
/// <param name="ContentType">Null when the mapping names none and its body is no JSON.</param>
/// <param name="Headers">Without Content-Type, and without what only the server can know, such as Content-Length.</param>
public sealed record StubAnswer(
    int Status, string? ContentType, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, TimeSpan Delay);
