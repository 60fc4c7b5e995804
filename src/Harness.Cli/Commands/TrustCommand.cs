using System.CommandLine;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary><c>harness trust</c>: the development certificate authority behind the HTTPS port.</summary>
internal sealed class TrustCommand : ICommandFactory
{
    private static readonly ICommandFactory[] Subcommands =
    [
        new TrustExportCommand(),
        new TrustInstallCommand(),
        new TrustRemoveCommand(),
    ];

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("trust", "The development certificate authority behind the HTTPS port.");
        foreach (ICommandFactory subcommand in Subcommands)
        {
            command.Subcommands.Add(subcommand.Create(examples));
        }

        examples[command] = ["harness trust export --out harness-ca.pem", "harness trust install", "harness trust remove"];
        return command;
    }
}
