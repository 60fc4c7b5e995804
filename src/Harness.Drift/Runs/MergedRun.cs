using System.Globalization;
using Harness.Contracts;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>Several parts of a run as one: what was seen is put together and judged anew, so that a part cannot hide what only the whole shows.</summary>
public static class MergedRun
{
    /// <exception cref="HarnessException">The parts are of different targets or contracts, or overlap.</exception>
    public static RunRecord Read(IReadOnlyList<string> folders)
    {
        RunRecord[] parts = [.. folders.Select(f => new RunRecordFile(f).Read())];
        RequireOne(parts.Select(p => p.Target), "target");
        RequireOne(parts.Select(p => p.Shard.Split('/')[^1]), "number of shards");
        RequireOne(parts.Select(p => $"{string.Join('|', p.Contracts)} {p.NoCore}"), "choice of contracts");
        if (parts.GroupBy(p => p.Shard, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new HarnessException($"{twice.Count()} of the folders hold the part {twice.Key}", "Name each part once");
        }

        return Join(parts);
    }

    /// <summary>Judges the joined run, writes the files of an unsharded one, and learns.</summary>
    public static RunReport Conclude(RunRecord run, CompiledContracts contracts, TargetKnowledge knowledge, DriftRunSettings settings) =>
        new RunConclusion(contracts, knowledge, settings).Draw(run);

    private static RunRecord Join(RunRecord[] parts)
    {
        RunRecord first = parts.MinBy(p => p.StartedAt)!;
        return first with
        {
            FinishedAt = parts.Max(p => p.FinishedAt),
            Shard = "1/1",
            MissingParts = Missing(parts),
            Planned =
            [
                .. parts.SelectMany(p => p.Planned).DistinctBy(r => r.Key, StringComparer.Ordinal)
                    .OrderBy(r => r.Family, StringComparer.Ordinal).ThenBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal),
            ],
            NotReadable = parts.Sum(p => p.NotReadable),
            Requests = new RequestTally
            {
                Sent = parts.Sum(p => p.Requests.Sent),
                ByMethod = new SortedDictionary<string, int>(
                    parts.SelectMany(p => p.Requests.ByMethod).GroupBy(m => m.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(m => m.Value), StringComparer.Ordinal),
                    StringComparer.Ordinal),
            },
            Health =
            [
                .. parts.SelectMany(p => p.Health).GroupBy(h => h.Family, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new FamilyHealth(g.Key, g.Max(h => h.Session))),
            ],
            Observations = [.. parts.SelectMany(p => p.Observations)],
        };
    }

    private static string[] Missing(RunRecord[] parts)
    {
        int count = int.Parse(parts[0].Shard.Split('/')[^1], CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(1, count).Select(i => $"{i}/{count}").Except(parts.Select(p => p.Shard), StringComparer.Ordinal)];
    }

    private static void RequireOne(IEnumerable<string> values, string what)
    {
        string[] all = [.. values.Distinct(StringComparer.Ordinal)];
        if (all.Length > 1)
        {
            throw new HarnessException($"the parts differ in their {what}: {string.Join(", ", all)}", "Merge the parts of one run");
        }
    }
}
