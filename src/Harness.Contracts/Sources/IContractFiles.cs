namespace Harness.Contracts.Sources;

/// <summary>The files of a contract tree, whether they lie in a folder or in an archive. Paths are relative, with forward slashes; the root is empty.</summary>
public interface IContractFiles
{
    /// <summary>As the person named it: the start of every path in a problem.</summary>
    string Root { get; }

    /// <summary>Name of the root folder itself, for a tree that is one family.</summary>
    string Name { get; }

    bool Contains(string path);

    /// <summary>Folders directly in a folder, sorted; empty when there is none.</summary>
    IReadOnlyList<string> FoldersIn(string folder);

    /// <summary>Contract files (YAML, JSON) in a folder and below, sorted.</summary>
    IReadOnlyList<string> FilesUnder(string folder);

    /// <exception cref="IOException">The file cannot be read.</exception>
    byte[] Read(string path);
}
