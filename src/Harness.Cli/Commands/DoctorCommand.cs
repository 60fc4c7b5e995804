using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Doctor;
using Harness.Cli.Git;
using Harness.Cli.Terminal;
using Harness.Contracts;

namespace Harness.Cli.Commands;

/// <summary><c>harness doctor</c>: what is missing on this machine, and what mends it.</summary>
internal sealed class DoctorCommand : ICommandFactory
{
    private readonly Option<bool> _installHook = new("--install-hook") { Description = "Have git refuse commits to this repository with secrets in recordings, mocks or HAR files." };
    private readonly Option<string?> _data = new("--data") { Description = "The user's data folder; HARNESS_DATA does the same." };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("doctor", "What is missing on this machine, and the command that mends it. Exit code 1 when something is wrong.") { _installHook, _data };
        command.SetAction(Run);
        examples[command] = ["harness doctor", "harness doctor --output json", "harness doctor --install-hook"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        return parsed.GetValue(_installHook) ? InstallHook(screen) : LookAround(screen, parsed.GetValue(_data));
    }

    private static int LookAround(Screen screen, string? data)
    {
        IReadOnlyList<(string Id, CheckResult Result)> found = MachineChecks.Look(new Surroundings(data, Directory.GetCurrentDirectory(), TimeProvider.System));
        int wrong = found.Count(f => f.Result.Status == CheckStatus.Wrong);
        if (screen.IsJson)
        {
            screen.Json(Document(found));
        }
        else
        {
            foreach ((_, CheckResult result) in found)
            {
                screen.Line(result.ToString());
            }

            screen.Line();
            screen.Line(wrong > 0 ? $"{wrong} wrong; commands will fail." : found.Any(f => f.Result.Status == CheckStatus.Optional) ? "All is well. What has a - before it is missed by some commands only." : "All is well.");
        }

        return wrong > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    private static int InstallHook(Screen screen)
    {
        GitRepository repository = GitRepository.Find(Directory.GetCurrentDirectory())
            ?? throw new HarnessException("this folder is in no git repository, or there is no git", "Run it inside the repository whose commits you want looked through");
        var hook = new PreCommitHook(repository);
        HookOwner owner = hook.Owner;
        if (owner is HookOwner.Nobody or HookOwner.Ours)
        {
            hook.Install();
        }

        CheckResult result = owner switch
        {
            HookOwner.Others => CheckResult.Wrong($"{hook.File} is somebody else's and was left alone", $"Add this line to it: {PreCommitHook.Line}"),
            HookOwner.OthersThatLook => CheckResult.Fine($"{hook.File} is somebody else's and refuses commits with secrets already"),
            _ => CheckResult.Fine($"{hook.File} now refuses commits with secrets in recordings, mocks or HAR files"),
        };
        if (screen.IsJson)
        {
            screen.Json(Document([("hook", result)]));
        }
        else
        {
            screen.Line(result.ToString());
        }

        return owner == HookOwner.Others ? ExitCode.Refused : ExitCode.Fine;
    }

    private static JsonObject Document(IEnumerable<(string Id, CheckResult Result)> found) => new()
    {
        ["checks"] = new JsonArray([.. found.Select(f => new JsonObject
        {
            ["id"] = f.Id,
            ["status"] = f.Result.Status.ToString().ToLowerInvariant(),
            ["what"] = f.Result.What,
            ["fix"] = f.Result.Fix,
        })]),
    };
}
