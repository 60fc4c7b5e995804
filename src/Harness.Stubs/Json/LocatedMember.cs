namespace Harness.Stubs.Json;

/// <summary>A member of an object; line and column are those of its name.</summary>
internal sealed record LocatedMember(string Name, LocatedJson Value, int Line, int Column);
