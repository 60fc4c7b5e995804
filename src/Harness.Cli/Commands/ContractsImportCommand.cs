using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Contracts;
using Harness.Cli.Terminal;
using Harness.Contracts;

using Harness.Mock;

namespace Harness.Cli.Commands;

/// <summary><c>harness contracts import</c>: keeps a spec tree in the user's data folder, so that every later <c>serve</c> has it.</summary>
internal sealed class ContractsImportCommand : ICommandFactory
{
    private readonly Argument<string> _source = new("source") { Description = "A nodoc checkout, its specifications folder, one family's folder, a zip, or the https address of a zip." };
    private readonly Option<string?> _data = new("--data") { Description = "The user's data folder; HARNESS_DATA does the same." };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("import", "Keep a spec tree, so that every later serve has it.") { _source, _data };
        command.SetAction(Run);
        examples[command] = ["harness contracts import ../nodoc", "harness contracts import nodoc.zip"];
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancelled)
    {
        var screen = new Screen(parsed);
        var imported = new ImportedContracts(UserFolders.Data(parsed.GetValue(_data)));
        using var source = await ImportSource.Open(parsed.GetValue(_source)!, cancelled);

        // Read before anything is kept: a tree that holds nothing must not replace one that does.
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts, NoCore = true, Imports = [source.Path] });
        screen.Problems(contracts.Problems);
        if (contracts.Operations.Count == 0)
        {
            throw new HarnessException($"'{parsed.GetValue(_source)}' holds no operation", "Name a folder or zip with <family>/specification/openapi.yml or openapi.yml in it");
        }

        string kept = imported.Keep(source.Path);
        int families = contracts.Operations.Select(o => o.Family).Distinct(StringComparer.Ordinal).Count();
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["folder"] = kept, ["families"] = families, ["operations"] = contracts.Operations.Count, ["problems"] = contracts.Problems.Count });
        }
        else
        {
            screen.Line($"Imported {contracts.Operations.Count} operations of {families} families into {kept}.");
        }

        return contracts.Problems.Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }
}
