namespace Harness.Stubs.Har;

/// <summary>One file that a person sees: a HAR, or an archive with HARs in it.</summary>
/// <param name="RelativeName">Its name below the folder that was named, with forward slashes.</param>
public sealed record HarUnit(string RelativeName, bool IsArchive, IReadOnlyList<HarPackage> Packages);
