namespace Harness.Stubs.Recordings;

/// <summary>A file of recordings as it is to be written.</summary>
/// <param name="RelativePath"><c>family/name.json</c>, with forward slashes.</param>
/// <param name="Recordings">How many replies it holds.</param>
public sealed record RecordingFile(string RelativePath, string Text, int Recordings);
