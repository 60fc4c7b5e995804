namespace Harness.Cli.Doctor;

/// <summary>What the checks look at, so that a test can give them another machine.</summary>
/// <param name="NamedData">The data folder that the person named; null for the usual one.</param>
/// <param name="Folder">Where the command runs.</param>
internal sealed record Surroundings(string? NamedData, string Folder, TimeProvider Clock);
