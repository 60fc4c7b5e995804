using System.CommandLine;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary><c>harness recordings</c>: traffic of real portals, made fit for a repository.</summary>
internal sealed class RecordingsCommand : ICommandFactory
{
    private static readonly ICommandFactory[] Subcommands =
    [
        new RecordingsSanitizeCommand(),
        new RecordingsVerifyCommand(),
    ];

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("recordings", "Sanitize recorded traffic, and prove that nothing secret is left in it.");
        foreach (ICommandFactory subcommand in Subcommands)
        {
            command.Subcommands.Add(subcommand.Create(examples));
        }

        examples[command] = ["harness recordings sanitize portal.har --out clean.har --key-file ~/.harness/key", "harness recordings verify"];
        return command;
    }
}
