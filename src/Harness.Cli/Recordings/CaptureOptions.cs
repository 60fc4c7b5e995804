using System.CommandLine;
using Harness.Contracts;

namespace Harness.Cli.Recordings;

/// <summary>The options of <c>harness recordings capture</c> that say what to open and how.</summary>
internal sealed class CaptureOptions
{
    private readonly Option<string?> _start = new("--start-url") { Description = "The portal's page to open first; the family's own if left out." };
    private readonly Option<string?> _browser = new("--browser") { Description = "Browser to open; the first Chromium-based one on the PATH when left out." };
    private readonly Option<bool> _headless = new("--headless") { Description = "Without a window: signs in to the mock server by itself and calls every GET. Needs --gateway." };
    private readonly Option<string?> _gateway = new("--gateway") { Description = "Capture from this mock server instead of the real portal: http://127.0.0.1:5080." };
    private readonly Option<string> _persona = new("--persona") { Description = "Who signs in to the mock server.", DefaultValueFactory = _ => "global-admin" };
    private readonly Option<int> _calls = new("--calls") { Description = "Make at most so many calls to the mock server.", DefaultValueFactory = _ => int.MaxValue };

    public void AddTo(Command command)
    {
        Option[] all = [_start, _browser, _headless, _gateway, _persona, _calls];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    public CaptureWish Read(ParseResult parsed)
    {
        Uri? gateway = Address(parsed.GetValue(_gateway), "--gateway");
        bool isHeadless = parsed.GetValue(_headless);
        if (gateway is { IsLoopback: false })
        {
            throw new HarnessException($"'{gateway.Host}' is not this machine", "Start 'harness serve' here, and name it with --gateway");
        }

        if (isHeadless && gateway is null)
        {
            throw new HarnessException("without a window nobody can sign in to a real portal", "Leave --headless out, or name a mock server with --gateway");
        }

        return new CaptureWish(Address(parsed.GetValue(_start), "--start-url"), parsed.GetValue(_browser), isHeadless, gateway, parsed.GetValue(_persona)!, parsed.GetValue(_calls));
    }

    private static Uri? Address(string? text, string option) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address
        : throw new HarnessException($"'{text}' is no address", $"Give {option} one that begins with http:// or https://");
}
