using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Cli.Trust;
using Harness.Contracts;
using Harness.Mock.Trust;

namespace Harness.Cli.Commands;

/// <summary><c>harness trust export</c>: the authority's certificate as PEM, without its key.</summary>
internal sealed class TrustExportCommand : ICommandFactory
{
    private readonly OwnAuthority _authority = new();
    private readonly Option<string?> _out = new("--out") { Description = "File to write; standard output without it." };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("export", "Write the authority's certificate as PEM.");
        command.Options.Add(_out);
        _authority.AddTo(command);
        command.SetAction(Run);
        examples[command] = ["harness trust export --out harness-ca.pem", "NODE_EXTRA_CA_CERTS=harness-ca.pem node client.js"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using DevelopmentAuthority authority = _authority.Open(parsed);
        if (parsed.GetValue(_out) is not { } file)
        {
            parsed.InvocationConfiguration.Output.Write(authority.ExportPem());
            return ExitCode.Fine;
        }

        try
        {
            File.WriteAllText(file, authority.ExportPem());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"{file} cannot be written: {exception.Message}", "Name a file in a folder that exists and that you may write to");
        }

        return ExitCode.Fine;
    }
}
