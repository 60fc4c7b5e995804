using System.CommandLine;
using Harness.Cli.Contracts;
using Harness.Cli.Recordings;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Stubs.Recordings;
using Harness.Stubs.Sanitizing;

namespace Harness.Cli.Commands;

/// <summary><c>harness recordings import</c>: stub mappings of traffic that was recorded elsewhere.</summary>
internal sealed class RecordingsImportCommand : ICommandFactory
{
    private readonly Argument<string[]> _files = new("har") { Description = "HAR files, zip archives with one, or folders of them.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _families = new("--family") { Description = "Keep calls of this family alone. Repeatable." };
    private readonly RecordingOutput _output = new();
    private readonly ContractSelection _contracts = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("import", "Sanitize recorded traffic and turn it into recordings that the mock plays back.") { _files, _families };
        _output.AddTo(command);
        _contracts.AddTo(command);
        command.SetAction(Run);
        examples[command] = ["harness recordings import portal.har", "harness recordings import captures --family defender --out recordings --key-file ~/.harness/key"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        CompiledContracts contracts = WantedFamilies.Of(_contracts.Load(parsed), parsed.GetValue(_families) ?? []);
        var problems = new List<ContractProblem>();
        SanitizerOptions? options = _output.Sanitizing(parsed, problems);
        var sources = new List<HarSource>();
        try
        {
            sources.AddRange(parsed.GetValue(_files)!.Select(f => HarSource.Open(f, problems)));
            using RecordingSet? set = problems.Count > 0 ? null : Import(screen, [.. sources.SelectMany(s => s.Packages)], contracts, options!, _output.Folder(parsed), problems);
            return set is null ? BadInput.Refuse(screen, problems) : _output.Write(parsed, screen, set, Named(parsed));
        }
        finally
        {
            sources.ForEach(s => s.Dispose());
        }
    }

    private static RecordingSet? Import(Screen screen, HarPackage[] traffic, CompiledContracts contracts, SanitizerOptions options, string folder, List<ContractProblem> problems) =>
        !screen.IsTerminal || screen.IsJson
            ? RecordingImport.Run(traffic, contracts, options, folder, problems)
            : screen.Progress("Importing", traffic.Sum(p => p.Length) * 2, progress => RecordingImport.Run(traffic, contracts, options, folder, problems, progress));

    private string Named(ParseResult parsed) =>
        $"{(parsed.GetValue(_families) is { Length: > 0 } families ? string.Join(" or ", families) : "any family")} in {string.Join(", ", parsed.GetValue(_files)!)}";
}
