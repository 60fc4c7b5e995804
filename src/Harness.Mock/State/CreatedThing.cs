namespace Harness.Mock.State;

/// <summary>A thing that a write has made.</summary>
/// <param name="Key">The id its list gives out, normalized.</param>
internal sealed record CreatedThing(string Scope, string Kind, ulong Parents, int Ordinal, string Key);
