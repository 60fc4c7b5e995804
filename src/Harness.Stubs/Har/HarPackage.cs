using Harness.Contracts;

namespace Harness.Stubs.Har;

/// <summary>One HAR with the side files that belong to it, wherever they lie: a folder or a zip archive. May be read more than once.</summary>
public abstract class HarPackage
{
    /// <summary>The HAR as the person would name it: a path, with <c>archive.zip/name.har</c> for one inside an archive.</summary>
    public abstract string Name { get; }

    /// <summary>The HAR's length in bytes, unpacked; for progress bars.</summary>
    public abstract long Length { get; }

    /// <summary>A side file's bytes, by the name that an entry's <c>_file</c> gives it; null where there is none, or the name leads elsewhere.</summary>
    public abstract byte[]? SideFile(string name);

    /// <summary>The pieces of the HAR; see <see cref="HarReader.Read"/>.</summary>
    public IEnumerable<HarPart> Read(ICollection<ContractProblem> problems)
    {
        using Stream stream = Open();
        foreach (HarPart part in HarReader.Read(stream, Name, problems))
        {
            yield return part;
        }
    }

    /// <summary>The calls alone; see <see cref="HarReader.Read"/>.</summary>
    public IEnumerable<HarEntry> Entries(ICollection<ContractProblem> problems) => Read(problems).OfType<HarEntry>();

    protected abstract Stream Open();
}
