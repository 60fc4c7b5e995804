using System.IO.Compression;
using Harness.Contracts;

namespace Harness.Tests.Support;

/// <summary>A throw-away folder of contract files, each written down in the test that needs it.</summary>
internal sealed class ContractFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("harness-contracts-").FullName;

    public ContractFolder With(string file, string content)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content.ReplaceLineEndings("\n"));
        return this;
    }

    public string In(string file) => System.IO.Path.Combine(Path, file);

    public string Zipped()
    {
        string archive = Path + ".zip";
        ZipFile.CreateFromDirectory(Path, archive, CompressionLevel.Fastest, includeBaseDirectory: true);
        return archive;
    }

    public CompiledContracts Import() => ContractLoader.Load(new ContractLoadOptions { Imports = [Path] });

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        File.Delete(Path + ".zip");
    }
}
