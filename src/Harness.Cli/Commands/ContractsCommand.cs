using System.CommandLine;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary><c>harness contracts</c>: what the portals are made of.</summary>
internal sealed class ContractsCommand : ICommandFactory
{
    private static readonly ICommandFactory[] Subcommands =
    [
        new ContractsListCommand(),
        new ContractsShowCommand(),
        new ContractsCheckCommand(),
        new ContractsImportCommand(),
        new ContractsDiffCommand(),
        new ContractsLearnCommand(),
    ];

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("contracts", "Look at, check, import, compare and learn contracts.");
        foreach (ICommandFactory subcommand in Subcommands)
        {
            command.Subcommands.Add(subcommand.Create(examples));
        }

        examples[command] = ["harness contracts list", "harness contracts check contracts", "harness contracts import ../nodoc"];
        return command;
    }
}
