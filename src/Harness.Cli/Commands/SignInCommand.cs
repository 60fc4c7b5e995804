using System.CommandLine;
using Harness.Cli.Browsers;
using Harness.Cli.Contracts;
using Harness.Cli.SignIn;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Targets;
using Harness.Mock;
using Microsoft.Playwright;

namespace Harness.Cli.Commands;

/// <summary><c>harness sign-in</c>: a person signs in once, and runs use the stored session.</summary>
internal sealed class SignInCommand : ICommandFactory
{
    private readonly Argument<string> _target = new("target") { Description = "Target file." };
    private readonly Option<string?> _browser = new("--browser") { Description = "Browser to open; the first Chromium-based one on the PATH when left out." };
    private readonly Option<int> _patience = new("--patience") { Description = "Minutes to wait for each portal.", DefaultValueFactory = _ => 5 };
    private readonly ContractSelection _contracts = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("sign-in", "Sign in to a target once; the session is kept encrypted in your data folder.") { _target, _browser, _patience };
        _contracts.AddTo(command);
        command.SetAction(Run);
        examples[command] = ["harness sign-in contoso-lab.yml", "harness sign-in contoso-lab.yml --browser /usr/bin/microsoft-edge"];
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancelled)
    {
        var screen = new Screen(parsed);
        CompiledContracts contracts = _contracts.Load(parsed);
        var problems = new List<ContractProblem>();
        Target? target = TargetReader.Read(parsed.GetValue(_target)!, problems, [.. contracts.Families.Select(f => f.Id)]);
        screen.Problems(problems);
        if (target is null)
        {
            return ExitCode.Usage;
        }

        if (!target.NonProduction)
        {
            throw new GuardRefusalException($"the target '{target.Name}' is not marked as non-production", "Write 'nonProduction: true' into its file if its owner says so");
        }

        Family[] families = [.. contracts.Families.Where(f => target.Families.Count == 0 || target.Families.Contains(f.Id, StringComparer.OrdinalIgnoreCase))];
        await SignIn(parsed, screen, target, families, cancelled);
        screen.Line($"Signed in to '{target.Name}'. Runs use the session until it expires.");
        return ExitCode.Fine;
    }

    private async Task SignIn(ParseResult parsed, Screen screen, Target target, Family[] families, CancellationToken cancelled)
    {
        string data = UserFolders.Data(_contracts.Data(parsed));
        switch (target.Credentials.Kind)
        {
            case "stored":
                await InBrowser(parsed, screen, target, families, data, cancelled);
                break;
            case "msal":
                await DeviceCode.SignIn(target, families, new SecretVault(data), screen.Line, cancelled);
                break;
            default:
                throw new HarnessException($"credentials of the kind '{target.Credentials.Kind}' need no sign-in here", "Run the target as it is");
        }
    }

    private async Task InBrowser(ParseResult parsed, Screen screen, Target target, Family[] families, string data, CancellationToken cancelled)
    {
        var choice = new BrowserChoice(parsed.GetValue(_browser) ?? InstalledBrowser.Find(), Headless: false, TimeSpan.FromMinutes(parsed.GetValue(_patience)));
        try
        {
            byte[] state = await new BrowserSignIn(target, choice, screen.Line).Run([.. families.Where(f => f.SignIn is not null)], null, cancelled);
            new StoredSessions(new SecretVault(data)).Save(target, state);
        }
        catch (PlaywrightException exception)
        {
            throw InstalledBrowser.Unusable(exception);
        }
    }
}
