using System.CommandLine;
using System.CommandLine.Help;
using Harness.Cli.Commands;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.Guard;

ICommandFactory[] commands =
[
    new ServeCommand(),
    new SessionCommand(),
    new ContractsCommand(),
    new RecordingsCommand(),
    new StubsCommand(),
    new DriftCommand(),
    new SignInCommand(),
    new TrustCommand(),
    new DoctorCommand(),
];

var examples = new Dictionary<Command, IReadOnlyList<string>>();
var root = new RootCommand("Mock server and contract tests for Microsoft's admin-portal APIs.");
root.Options.Add(GlobalOptions.Output);
root.Options.Add(GlobalOptions.NoColor);
root.Options.Add(GlobalOptions.Verbose);
foreach (ICommandFactory command in commands)
{
    root.Subcommands.Add(command.Create(examples));
}

examples[root] = ["harness serve", "harness session defender --as curl", "harness contracts list", "harness doctor"];
HelpOption help = root.Options.OfType<HelpOption>().Single();
help.Action = new ExamplesHelp((HelpAction)help.Action!, examples);

ParseResult parsed = root.Parse(args);
// Who asks for help need not have given the arguments that the help is about.
if ((parsed.Errors.Count > 0 || UsageErrors.UnknownOptions(parsed).Any()) && parsed.Action is not ExamplesHelp)
{
    foreach (string line in UsageErrors.Of(parsed))
    {
        await Console.Error.WriteLineAsync($"harness: {line}");
    }

    return ExitCode.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = PatientCommand.PatienceFor(parsed.CommandResult.Command),
    });
}
catch (HarnessException exception)
{
    await Console.Error.WriteLineAsync($"harness: {exception.Message}");
    return ExitCode.Usage;
}
catch (GuardRefusalException exception)
{
    await Console.Error.WriteLineAsync($"harness: refused: {exception.Message}");
    return ExitCode.Refused;
}
