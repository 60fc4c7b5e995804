using System.CommandLine;
using Harness.Cli.Browsers;
using Harness.Cli.Contracts;
using Harness.Cli.Recordings;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Stubs.Recordings;
using Harness.Stubs.Sanitizing;

namespace Harness.Cli.Commands;

/// <summary><c>harness recordings capture</c>: a person clicks through a portal, and what it answers becomes recordings.</summary>
internal sealed class RecordingsCaptureCommand : ICommandFactory
{
    private readonly Argument<string> _family = new("family") { Description = "The portal." };
    private readonly CaptureOptions _capture = new();
    private readonly RecordingOutput _output = new();
    private readonly ContractSelection _contracts = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new PatientCommand("capture", "Open a portal in a browser and record what it answers, sanitized. Closing the browser or Ctrl+C ends it.") { _family };
        _capture.AddTo(command);
        _output.AddTo(command);
        _contracts.AddTo(command);
        command.SetAction(Run);
        examples[command] =
        [
            "harness recordings capture defender",
            "harness recordings capture sharepoint-admin --start-url https://contoso-admin.sharepoint.com/",
            "harness recordings capture teams --gateway http://127.0.0.1:5080 --headless --calls 15",
        ];
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancelled)
    {
        var screen = new Screen(parsed);
        CompiledContracts contracts = WantedFamilies.Of(_contracts.Load(parsed), [parsed.GetValue(_family)!]);
        Family family = contracts.Families[0];
        var problems = new List<ContractProblem>();
        SanitizerOptions? options = _output.Sanitizing(parsed, problems);
        if (options is null)
        {
            return BadInput.Refuse(screen, problems);
        }

        TrafficLog log = await Capture(parsed, screen, family, cancelled);
        using RecordingSet? set = RecordingImport.Run([log.Har], contracts, options, _output.Folder(parsed), problems);
        if (log.Lost > 0 && !screen.IsJson)
        {
            screen.Line($"lost: {log.Lost} answers whose page went away before they could be read");
        }

        return set is null ? BadInput.Refuse(screen, problems) : _output.Write(parsed, screen, set, $"{family.Id} in the browser");
    }

    private async Task<TrafficLog> Capture(ParseResult parsed, Screen screen, Family family, CancellationToken cancelled)
    {
        CaptureWish wish = _capture.Read(parsed);
        var address = new PortalAddress(wish.Gateway);
        var capture = new PortalCapture(family, address, InstalledBrowser.Options(wish.Browser, wish.IsHeadless), TimeProvider.System);
        using MockControl? mock = wish.Gateway is null ? null : new MockControl(wish.Gateway);
        Uri? start = await StartPage.Find(family, wish.StartUrl, mock, cancelled);
        if (wish.IsHeadless)
        {
            return await capture.Run(page => new MockWalk(page, mock!, address, family.Id, wish.Persona).Run(start, wish.Calls, cancelled), cancelled);
        }

        if (start is null)
        {
            throw new HarnessException($"nobody knows where {family.Title} begins in your tenant", "Name its address with --start-url");
        }

        Say(screen, $"Sign in to {family.Title} in the browser window, and open what is to be recorded. Close the window or press Ctrl+C when you are done.");
        return await capture.Run(page => PortalCapture.UntilClosed(page, address.Open(start.Authority, start.PathAndQuery), cancelled), cancelled);
    }

    private static void Say(Screen screen, string text)
    {
        if (!screen.IsJson)
        {
            screen.Line(text);
        }
    }
}
