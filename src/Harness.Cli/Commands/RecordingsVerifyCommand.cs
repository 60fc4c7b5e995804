using System.CommandLine;
using Harness.Cli.Recordings;
using Harness.Cli.Terminal;
using Harness.Stubs.Leaks;

namespace Harness.Cli.Commands;

/// <summary><c>harness recordings verify</c>: reads what is committed and says where something secret is left.</summary>
internal sealed class RecordingsVerifyCommand : ICommandFactory
{
    private static readonly string[] Usual = ["recordings", "mocks"];

    private readonly Argument<string[]> _folders = new("dir") { Description = "Folders or files; ./recordings and ./mocks if left out.", Arity = ArgumentArity.ZeroOrMore };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("verify", "Find secrets that are left in recordings and mocks.") { _folders };
        command.SetAction(Run);
        examples[command] = ["harness recordings verify", "harness recordings verify recordings/defender --output json"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        string[] named = parsed.GetValue(_folders) is { Length: > 0 } given ? given : [.. Usual.Where(Directory.Exists)];
        Leak[] leaks = [.. named.SelectMany(f => LeakScanner.Scan(f))];
        LeakList.Show(screen, leaks);
        if (!screen.IsJson)
        {
            screen.Line(leaks.Length == 0 ? $"{string.Join(" and ", named)}: no leaks." : $"{leaks.Length} leaks. Sanitize the recording again, and rotate what was real.");
        }

        return leaks.Length > 0 ? ExitCode.Found : named.Length == 0 ? ExitCode.NothingRan : ExitCode.Fine;
    }
}
