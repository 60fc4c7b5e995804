using System.CommandLine;
using Harness.Cli.Git;
using Harness.Cli.Recordings;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.Reports;
using Harness.Stubs.Leaks;

namespace Harness.Cli.Commands;

/// <summary><c>harness recordings verify</c>: reads what is committed and says where something secret is left.</summary>
internal sealed class RecordingsVerifyCommand : ICommandFactory
{
    private static readonly string[] Usual = ["recordings", "mocks"];

    private readonly Argument<string[]> _folders = new("dir") { Description = "Folders or files; ./recordings and ./mocks if left out.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _staged = new("--staged") { Description = "Look at what the next git commit would hold of recordings, mocks and HAR files, as a pre-commit hook does." };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("verify", "Find secrets that are left in recordings and mocks.") { _folders, _staged };
        command.SetAction(Run);
        examples[command] = ["harness recordings verify", "harness recordings verify recordings/defender --output json", "harness recordings verify --staged"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        string[] named = parsed.GetValue(_folders) ?? [];
        if (parsed.GetValue(_staged))
        {
            return named.Length == 0 ? Staged(screen) : throw new HarnessException("--staged looks at the whole commit, and folders were named, too", "Leave out one of them");
        }

        string[] looked = named.Length > 0 ? named : [.. Usual.Where(Directory.Exists)];
        Report(screen, [.. looked.SelectMany(f => LeakScanner.Scan(f))], looked.Length == 0 ? $"There is neither {string.Join(" nor ", Usual)} here; name a folder." : $"{string.Join(" and ", looked)}: no leaks.", out bool isClean);
        return !isClean ? ExitCode.Found : looked.Length == 0 ? ExitCode.NothingRan : ExitCode.Fine;
    }

    // A commit without recordings is a good commit, and nothing to talk about.
    private static int Staged(Screen screen)
    {
        var staged = new StagedFiles(GitRepository.Find(Directory.GetCurrentDirectory())
            ?? throw new HarnessException("this folder is in no git repository, or there is no git", "Run it inside one, or name folders instead of --staged"));
        Report(screen, staged.Scan(), staged.Names.Count == 0 ? null : $"{VerdictText.Plural(staged.Names.Count, "staged file")}: no leaks.", out bool isClean);
        return isClean ? ExitCode.Fine : ExitCode.Found;
    }

    private static void Report(Screen screen, IReadOnlyCollection<Leak> leaks, string? clean, out bool isClean)
    {
        isClean = leaks.Count == 0;
        LeakList.Show(screen, leaks);
        if (screen.IsJson)
        {
            return;
        }

        if (!isClean)
        {
            screen.Line($"{VerdictText.Plural(leaks.Count, "leak")}. Sanitize the recording again, and rotate what was real.");
        }
        else if (clean is not null)
        {
            screen.Line(clean);
        }
    }
}
