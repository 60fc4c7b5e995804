using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Mock;

namespace Harness.Cli.Commands;

/// <summary>The options of <c>harness serve</c> and how they become a server's options.</summary>
internal sealed class ServeOptions
{
    private readonly Option<int> _port = Port("--port", 5080, "Port for HTTP; 0 picks a free one.");
    private readonly Option<string> _httpsPort = PortOrOff("--https-port", "5443", "Port for HTTPS; 0 picks a free one, as does --port 0.");
    private readonly Option<string> _proxyPort = PortOrOff("--proxy-port", "off", "Port of the forward proxy; 0 picks a free one.");
    private readonly Option<bool> _proxyPassThrough = new("--proxy-pass-through") { Description = "Let the forward proxy reach hosts that are not mocked, instead of refusing them." };
    private readonly Option<string> _bind = new("--bind") { Description = "Address to listen on.", DefaultValueFactory = _ => "127.0.0.1" };
    private readonly Option<string[]> _contracts = new("--contracts") { Description = "A nodoc checkout, its specifications folder, one family's folder, a zip, or a folder in our layout. Repeatable; later wins." };
    private readonly Option<bool> _noCore = new("--no-core") { Description = "Leave our own contract out; access models stay." };
    private readonly Option<string[]> _families = new("--family") { Description = "Serve only this family. Repeatable." };
    private readonly Option<string> _tenant = new("--tenant") { Description = "Tenant profile, or a tenant file.", DefaultValueFactory = _ => "contoso-e5" };
    private readonly Option<long> _seed = new("--seed") { Description = "The same seed gives the same world.", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _clock = new("--clock") { Description = "What the virtual clock shows first, ISO 8601." };
    private readonly Option<string?> _mocks = new("--mocks") { Description = "Folder of stub mappings and tenants." };
    private readonly Option<string?> _recordings = new("--recordings") { Description = "Folder of recordings to play back." };
    private readonly Option<string?> _data = new("--data") { Description = "Folder for keys; HARNESS_DATA does the same." };
    private readonly Option<string> _access = OneOf("--access", "on", "off", "Whether calls need what the portal asks for.");
    private readonly Option<string> _explain = OneOf("--explain", "headers", "off", "Whether answers carry the x-harness headers.");
    private readonly Option<int> _journal = new("--journal") { Description = "How many exchanges the journal keeps.", DefaultValueFactory = _ => 1000 };

    /// <summary>Written when the server answers.</summary>
    public Option<string?> ReadyFile { get; } = new("--ready-file") { Description = "Write addresses and control token here when the server answers." };

    public void AddTo(Command command)
    {
        Option[] all =
        [
            _port, _httpsPort, _proxyPort, _proxyPassThrough, _bind, _contracts, _noCore, _families, _tenant, _seed, _clock, _mocks, _recordings, _data, _access, _explain, _journal, ReadyFile,
        ];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }

        OptionRules.AtLeastOne(_journal);
        _clock.Validators.Add(result => RequireMoment(result));
    }

    public MockServerOptions Read(ParseResult parsed)
    {
        MockServerOptions options = Options(parsed);
        if (options is { ProxyPassThrough: true, ProxyPort: null })
        {
            throw new HarnessException("--proxy-pass-through says what a forward proxy does, and there is none", "Give --proxy-port, too");
        }

        return options;
    }

    private MockServerOptions Options(ParseResult parsed) => new()
    {
        HttpPort = parsed.GetValue(_port),
        HttpsPort = HttpsPort(parsed),
        ProxyPort = PortNumber(parsed.GetValue(_proxyPort)!),
        ProxyPassThrough = parsed.GetValue(_proxyPassThrough),
        Bind = parsed.GetValue(_bind)!,
        Contracts = parsed.GetValue(_contracts) ?? [],
        NoCore = parsed.GetValue(_noCore),
        Families = parsed.GetValue(_families) ?? [],
        Tenant = parsed.GetValue(_tenant)!,
        Tenants = parsed.GetValue(_mocks) is { } mocks && Directory.Exists(Path.Combine(mocks, "tenants")) ? Path.Combine(mocks, "tenants") : null,
        Mocks = parsed.GetValue(_mocks),
        Recordings = parsed.GetValue(_recordings),
        Seed = parsed.GetValue(_seed),
        Clock = parsed.GetValue(_clock) is { } clock ? DateTimeOffset.Parse(clock, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
        Data = parsed.GetValue(_data),
        Access = parsed.GetValue(_access) == "on",
        Explain = parsed.GetValue(_explain) == "headers",
        JournalCapacity = parsed.GetValue(_journal),
        FromProcessStart = true,
    };

    // Whoever leaves the one port to the system does not want the other to be taken.
    private int? HttpsPort(ParseResult parsed) =>
        parsed.GetValue(_port) == 0 && parsed.GetResult(_httpsPort) is not { Implicit: false } ? 0 : PortNumber(parsed.GetValue(_httpsPort)!);

    private static int? PortNumber(string text) => text == "off" ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static Option<int> Port(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                result.AddError($"{name} is a port from 0 to 65535, not '{text}'.");
            }
        });
        return option;
    }

    private static Option<string> PortOrOff(string name, string usual, string description)
    {
        var option = new Option<string>(name) { Description = $"{description} 'off' leaves it out.", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            string text = result.GetValueOrDefault<string>() ?? "";
            if (text != "off" && !ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                result.AddError($"{name} is 'off' or a port from 0 to 65535, not '{text}'.");
            }
        });
        return option;
    }

    private static Option<string> OneOf(string name, string first, string second, string description)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => first };
        option.AcceptOnlyFromAmong(first, second);
        return option;
    }

    private static void RequireMoment(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            result.AddError($"--clock is a moment such as 2026-11-20T08:00:00Z, not '{text}'.");
        }
    }
}
