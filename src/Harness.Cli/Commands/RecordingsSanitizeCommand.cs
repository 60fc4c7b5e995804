using System.CommandLine;
using Harness.Cli.Recordings;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Stubs.Sanitizing;

namespace Harness.Cli.Commands;

/// <summary><c>harness recordings sanitize</c>: a HAR with every secret and every person replaced by a stand-in.</summary>
internal sealed class RecordingsSanitizeCommand : ICommandFactory
{
    private readonly Argument<string> _in = new("in") { Description = "A HAR file, a zip archive with one, or a folder of them." };
    private readonly Option<string> _out = new("--out") { Description = "Where to write the result: a file for a file, a folder for a folder.", Required = true };
    private readonly Option<string?> _key = new("--key-file") { Description = "A file with 64 hex characters. The same key gives the same stand-ins; without one each run has its own." };
    private readonly Option<string?> _report = new("--report") { Description = "Write what was replaced, by rule, as JSON; counts only, never a value." };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("sanitize", "Replace every secret and every person in recorded traffic by a stand-in.") { _in, _out, _key, _report };
        command.SetAction(Run);
        examples[command] =
        [
            "harness recordings sanitize portal.har --out clean.har",
            "harness recordings sanitize captures --out clean --key-file ~/.harness/key --report report.json",
        ];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        var problems = new List<ContractProblem>();
        string input = parsed.GetValue(_in)!, output = parsed.GetValue(_out)!;
        if (Path.GetFullPath(input) == Path.GetFullPath(output))
        {
            throw new HarnessException("the result would take the place of the recording", "Give --out another name");
        }

        SanitizerKey? key = parsed.GetValue(_key) is { } file ? SanitizerKey.Read(file, problems) : SanitizerKey.Random();
        SanitizerReport? report = key is null ? null : Sanitize(screen, input, output, key, problems);
        if (report is null)
        {
            return BadInput.Refuse(screen, problems);
        }

        if (parsed.GetValue(_report) is { } reportFile)
        {
            File.WriteAllText(reportFile, report.ToJson().ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n");
        }

        if (screen.IsJson)
        {
            screen.Json(report.ToJson());
        }
        else
        {
            screen.Table(["rule", "replaced"], report.Replaced.Select(r => (IReadOnlyList<string>)[r.Key, r.Value.ToString()]));
            screen.Line($"{report.Entries} entries sanitized, {report.Replaced.Values.Sum()} values replaced, written to {output}.");
        }

        return ExitCode.Fine;
    }

    private static SanitizerReport? Sanitize(Screen screen, string input, string output, SanitizerKey key, List<ContractProblem> problems)
    {
        if (!screen.IsTerminal || screen.IsJson)
        {
            return SanitizingRun.Run(input, output, new SanitizerOptions(key), problems);
        }

        return screen.Progress("Sanitizing", Length(input) * 2, progress => SanitizingRun.Run(input, output, new SanitizerOptions(key), problems, progress));
    }

    private static long Length(string input) => Directory.Exists(input)
        ? Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length)
        : File.Exists(input) ? new FileInfo(input).Length : 0;
}
