using System.CommandLine;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary><c>harness stubs</c>: hand-written replies, in WireMock's and WireMock.Net's format.</summary>
internal sealed class StubsCommand : ICommandFactory
{
    private static readonly ICommandFactory[] Subcommands =
    [
        new StubsCheckCommand(),
        new StubsConvertCommand(),
    ];

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("stubs", "Check stub mappings, and convert them between WireMock and WireMock.Net.");
        foreach (ICommandFactory subcommand in Subcommands)
        {
            command.Subcommands.Add(subcommand.Create(examples));
        }

        examples[command] = ["harness stubs check mocks", "harness stubs convert mappings --to wiremock-net --out mocks/defender"];
        return command;
    }
}
