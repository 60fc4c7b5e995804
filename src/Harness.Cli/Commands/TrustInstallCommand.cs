using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Cli.Trust;
using Harness.Mock.Trust;

namespace Harness.Cli.Commands;

/// <summary><c>harness trust install</c>: makes this machine's programs trust the authority.</summary>
internal sealed class TrustInstallCommand : ICommandFactory
{
    private readonly OwnAuthority _authority = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("install", "Make this machine trust the authority; it is good for the mocked hosts and localhost alone.");
        _authority.AddTo(command);
        command.SetAction(Run);
        examples[command] = ["harness trust install"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using DevelopmentAuthority authority = _authority.Open(parsed);
        new Screen(parsed).Line(TrustStores.Current().Install(authority.ExportPem()));
        return ExitCode.Fine;
    }
}
