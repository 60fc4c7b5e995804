namespace Harness.Stubs.Recordings;

/// <summary>How much was recorded of one family.</summary>
/// <param name="Operations">Each has a file of its own.</param>
/// <param name="Calls">Replies, of which an operation may have several.</param>
public sealed record FamilyRecordings(string Family, int Operations, int Calls);
