using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.Reports;

using Harness.Mock;

namespace Harness.Cli.Commands;

/// <summary><c>harness contracts check</c>: every mistake in a folder of contracts, with the place and the remedy.</summary>
internal sealed class ContractsCheckCommand : ICommandFactory
{
    private readonly Argument<string?> _folder = new("dir")
    {
        Description = "A folder in our layout, a nodoc checkout, one family's folder or a zip; the shipped contracts if left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("check", "Find every mistake in a folder of contracts.") { _folder };
        command.SetAction(Run);
        examples[command] = ["harness contracts check", "harness contracts check contracts", "harness contracts check ../nodoc"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        string? folder = parsed.GetValue(_folder);
        if (folder is not null && !Directory.Exists(folder) && !File.Exists(folder))
        {
            throw new HarnessException($"there is no folder or zip '{folder}'", "Name an existing one");
        }

        // The shipped families stand behind a named folder, because imported specs need their access models; their own operations do not count.
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions
        {
            CoreFolder = ShippedFolders.Contracts,
            NoCore = folder is not null,
            Imports = folder is null ? [] : [folder],
        });
        if (screen.IsJson)
        {
            screen.Json(Document(contracts));
        }
        else
        {
            foreach (ContractProblem problem in contracts.Problems)
            {
                screen.Line(problem.ToString());
            }

            screen.Line($"{VerdictText.Plural(contracts.Operations.Count, "operation")} checked, {VerdictText.Plural(contracts.Problems.Count, "problem")}.");
        }

        return (contracts.Problems.Count, contracts.Operations.Count) switch
        {
            ( > 0, _) => ExitCode.Found,
            (_, 0) => ExitCode.NothingRan,
            _ => ExitCode.Fine,
        };
    }

    private static JsonObject Document(CompiledContracts contracts) => new()
    {
        ["operations"] = contracts.Operations.Count,
        ["problems"] = new JsonArray([.. contracts.Problems.Select(p => new JsonObject
        {
            ["path"] = p.Path,
            ["line"] = p.Line,
            ["column"] = p.Column,
            ["what"] = p.What,
            ["fix"] = p.Fix,
        })]),
    };
}
