namespace Harness.Stubs;

/// <summary>A mapping file and the family whose folder it lies in.</summary>
public sealed record FoundMappingFile(string Family, string Path);
