using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Contracts;
using Harness.Drift.Reports;

namespace Harness.Drift.Baselines;

/// <summary>The history of a target as two files that a person can read and merge: one line a finding, one line a night.</summary>
internal sealed class HistoryFiles(string folder)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private string FindingsFile => Path.Combine(folder, "findings.json");

    private string NightsFile => Path.Combine(folder, "nights.json");

    public TargetHistory Read(ICollection<ContractProblem> problems) => new()
    {
        Ledger = new FindingLedger(Lines<LedgerEntry>(FindingsFile, problems)),
        Nights = Lines<Night>(NightsFile, problems),
    };

    public void Write(TargetHistory history)
    {
        AtomicFile.Write(FindingsFile, Text(history.Ledger.Entries));
        AtomicFile.Write(NightsFile, Text(history.Nights));
    }

    private static List<T> Lines<T>(string file, ICollection<ContractProblem> problems)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<List<T>>(File.ReadAllText(file), Options) ?? [];
        }
        catch (JsonException exception)
        {
            problems.Add(new ContractProblem(
                file,
                (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1,
                "not readable as what an earlier run has written",
                "Restore it from version control, or delete it to begin anew"));
            return [];
        }
    }

    private static string Text<T>(IReadOnlyList<T> items)
    {
        var text = new StringBuilder("[");
        for (int i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "\n  " : ",\n  ").Append(JsonSerializer.Serialize(items[i], Options));
        }

        return text.Append(items.Count == 0 ? "]\n" : "\n]\n").ToString();
    }
}
