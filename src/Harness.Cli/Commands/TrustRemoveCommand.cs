using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Cli.Trust;

namespace Harness.Cli.Commands;

/// <summary><c>harness trust remove</c>: takes back what install did.</summary>
internal sealed class TrustRemoveCommand : ICommandFactory
{
    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("remove", "Make this machine trust the authority no longer.");
        command.SetAction(Run);
        examples[command] = ["harness trust remove"];
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        new Screen(parsed).Line(TrustStores.Current().Remove());
        return ExitCode.Fine;
    }
}
