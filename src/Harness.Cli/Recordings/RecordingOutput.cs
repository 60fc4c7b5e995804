using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Stubs.Recordings;
using Harness.Stubs.Sanitizing;

namespace Harness.Cli.Recordings;

/// <summary>How capture and import end: what is clean is written, and the person is told what became of every call.</summary>
internal sealed class RecordingOutput
{
    private readonly Option<string> _out = new("--out") { Description = "Folder of recordings; each family has its own folder in it.", DefaultValueFactory = _ => "recordings" };
    private readonly Option<string?> _key = new("--key-file") { Description = "A file with 64 hex characters. The same key gives the same stand-ins; without one each run has its own." };

    public void AddTo(Command command)
    {
        command.Options.Add(_out);
        command.Options.Add(_key);
    }

    public string Folder(ParseResult parsed) => parsed.GetValue(_out)!;

    /// <summary>Null, and a problem, if the key file is none.</summary>
    public SanitizerOptions? Sanitizing(ParseResult parsed, ICollection<ContractProblem> problems) =>
        (parsed.GetValue(_key) is { } file ? SanitizerKey.Read(file, problems) : SanitizerKey.Random()) is { } key ? new SanitizerOptions(key) : null;

    /// <param name="from">Where the calls are from, for a message that there are none.</param>
    public int Write(ParseResult parsed, Screen screen, RecordingSet set, string from)
    {
        if (set.Leaks.Count > 0)
        {
            LeakList.Show(screen, set.Leaks);
            screen.Error($"nothing was written: {set.Leaks.Count} leaks would be in it. Report this as a defect of the sanitizer, without the traffic.");
            return ExitCode.Found;
        }

        string folder = Folder(parsed);
        Save(folder, set.Files);
        Show(screen, set, folder);
        if (set.Files.Count > 0)
        {
            return ExitCode.Fine;
        }

        screen.Error($"nothing was written: no call of {from} can be played back. Record GETs of the portal that succeed, with their bodies.");
        return ExitCode.NothingRan;
    }

    private static void Save(string folder, IReadOnlyList<RecordingFile> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        try
        {
            RecordingFolder.Write(folder, files);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"the recordings cannot be written to '{folder}' ({exception.GetType().Name})", "Name a folder that may be written to with --out");
        }
    }

    private static void Show(Screen screen, RecordingSet set, string folder)
    {
        if (screen.IsJson)
        {
            screen.Json(Document(set));
            return;
        }

        if (set.Files.Count > 0)
        {
            screen.Table(["family", "operations", "recordings"], set.Families.Select(f => (IReadOnlyList<string>)[f.Family, $"{f.Operations}", $"{f.Calls}"]));
            screen.Line($"{set.Files.Sum(f => f.Recordings)} recordings of {set.Files.Count} operations written to {folder}.");
        }

        foreach ((LeftOut reason, int count) in set.LeftOut)
        {
            screen.Line($"left out: {count} {Why(reason)}");
        }
    }

    private static JsonObject Document(RecordingSet set) => new()
    {
        ["families"] = new JsonArray([.. set.Families.Select(f => new JsonObject { ["family"] = f.Family, ["operations"] = f.Operations, ["recordings"] = f.Calls })]),
        ["files"] = new JsonArray([.. set.Files.Select(f => (JsonNode)f.RelativePath)]),
        ["leftOut"] = new JsonObject(set.LeftOut.Select(l => KeyValuePair.Create(char.ToLowerInvariant($"{l.Key}"[0]) + $"{l.Key}"[1..], (JsonNode?)l.Value))),
    };

    private static string Why(LeftOut reason) => reason switch
    {
        LeftOut.OtherHost => "of hosts where no wanted family answers",
        LeftOut.NoOperation => "of no operation in the contract",
        LeftOut.Write => "that write",
        LeftOut.Telemetry => "of the portal's telemetry",
        LeftOut.NoSuccess => "that were refused, redirected or failed",
        LeftOut.NoData => "without data: pages, pictures, bodies that the browser did not keep",
        LeftOut.Cut => "whose body the browser cut off",
        LeftOut.Repeated => "that repeat another with the same reply",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every reason has its words."),
    };
}
