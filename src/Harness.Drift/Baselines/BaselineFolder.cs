using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Harness.Contracts;
using Harness.Drift.Reports;

namespace Harness.Drift.Baselines;

/// <summary>What has been learned of a target as files to be committed: one an endpoint, so that a night's diff shows where something moved.</summary>
/// <remarks><c>findings.json</c>, <c>nights.json</c> and <c>suppressions.yml</c> lie beside the families' folders.</remarks>
public sealed class BaselineFolder(string path)
{
    private const int LongestName = 80;

    public string Path { get; } = path;

    public string SuppressionsFile => System.IO.Path.Combine(Path, "suppressions.yml");

    /// <summary>Everything that can be read; a damaged file is a problem that names it, and takes nothing else down.</summary>
    public Baseline Read(string target, ICollection<ContractProblem> problems)
    {
        var endpoints = new SortedDictionary<EndpointKey, EndpointBaseline>(EndpointOrder.Instance);
        foreach (string file in Files())
        {
            if (ReadEndpoint(file, problems) is { } endpoint && !endpoints.TryAdd(endpoint.Key, endpoint))
            {
                problems.Add(new ContractProblem(file, 0, 0, $"{endpoint.Key.Method} {endpoint.Key.Path} of {endpoint.Key.Family} is in another file too", "Delete the one that is not up to date"));
            }
        }

        return new Baseline { Target = target, Endpoints = endpoints };
    }

    public TargetHistory ReadHistory(ICollection<ContractProblem> problems) => new HistoryFiles(Path).Read(problems);

    /// <summary>Writes what differs from <paramref name="before"/>; every file is there whole or as it was.</summary>
    public void Write(Baseline baseline, Baseline? before = null)
    {
        foreach (EndpointBaseline endpoint in baseline.Endpoints.Values)
        {
            if (!ReferenceEquals(before?.Find(endpoint.Key), endpoint))
            {
                AtomicFile.Write(FileOf(endpoint.Key), Encoding.UTF8.GetString(BaselineJson.Write(endpoint)), flush: false);
            }
        }
    }

    public void WriteHistory(TargetHistory history) => new HistoryFiles(Path).Write(history);

    /// <summary>The same for the same endpoint on every machine, and different for paths that differ in letter case or a slash alone.</summary>
    public string FileOf(EndpointKey key)
    {
        var name = new StringBuilder();
        foreach (char c in key.Path)
        {
            char kept = char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-';
            if (kept != '-' || (name.Length > 0 && name[^1] != '-'))
            {
                name.Append(kept);
            }
        }

        string readable = name.ToString().Trim('-');
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Method} {key.Path}")).AsSpan(0, 4));
        string tail = readable.Length > LongestName ? readable[^LongestName..].TrimStart('-') : readable;
        return System.IO.Path.Combine(Path, key.Family, $"{tail}-{hash}.json");
    }

    private IEnumerable<string> Files() => Directory.Exists(Path)
        ? Directory.EnumerateDirectories(Path).Order(StringComparer.Ordinal).SelectMany(f => Directory.EnumerateFiles(f, "*.json").Order(StringComparer.Ordinal))
        : [];

    private static EndpointBaseline? ReadEndpoint(string file, ICollection<ContractProblem> problems)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            return BaselineJson.Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            problems.Add(new ContractProblem(
                file,
                (int)(exception.LineNumber ?? -1) + 1,
                (int)(exception.BytePositionInLine ?? -1) + 1,
                $"not readable as a baseline: {exception.Message.Split(" LineNumber:")[0].TrimEnd('.')}",
                "Restore it from version control, or delete it so that this endpoint is learned anew"));
            return null;
        }
    }
}
