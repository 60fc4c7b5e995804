using System.CommandLine;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary><c>harness recordings</c>: traffic of real portals, made fit for a repository.</summary>
internal sealed class RecordingsCommand : ICommandFactory
{
    private static readonly ICommandFactory[] Subcommands =
    [
        new RecordingsCaptureCommand(),
        new RecordingsImportCommand(),
        new RecordingsSanitizeCommand(),
        new RecordingsVerifyCommand(),
    ];

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("recordings", "Record portals, take every secret out, prove it, and have the mock play the answers back.");
        foreach (ICommandFactory subcommand in Subcommands)
        {
            command.Subcommands.Add(subcommand.Create(examples));
        }

        examples[command] = ["harness recordings capture defender", "harness recordings import portal.har", "harness recordings sanitize portal.har --out clean.har --key-file ~/.harness/key", "harness recordings verify"];
        return command;
    }
}
