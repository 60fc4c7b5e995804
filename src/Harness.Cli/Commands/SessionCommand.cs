using System.CommandLine;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Contracts;

namespace Harness.Cli.Commands;

/// <summary><c>harness session</c>: asks a running server what a client must send to one portal.</summary>
internal sealed class SessionCommand : ICommandFactory
{
    private readonly Argument<string> _family = new("family") { Description = "Family id, as 'harness contracts list' shows them." };
    private readonly Option<string?> _persona = new("--persona") { Description = "Who signs in: global-admin, security-reader, exchange-admin, no-roles, guest." };
    private readonly Option<string?> _lifetime = new("--lifetime") { Description = "How long it lasts, ISO 8601 (PT30M)." };
    private readonly Option<string> _as = new("--as") { Description = "json, curl (a first call) or env (lines for a shell).", DefaultValueFactory = _ => "curl" };
    private readonly Option<string> _server = new("--server") { Description = "Address of the running server.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
    private readonly Option<string?> _token = new("--control-token") { Description = "Control token, for a server that listens beyond this machine." };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        _as.AcceptOnlyFromAmong("json", "curl", "env");
        var command = new Command("session", "What a client must send to one portal of a running server.")
        {
            _family, _persona, _lifetime, _as, _server, _token,
        };
        command.SetAction(Run);
        examples[command] =
        [
            "harness session defender",
            "harness session sharepoint-admin --as env > session.env",
            "harness session teams --persona security-reader --lifetime PT5M --as json",
        ];
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancelled)
    {
        var screen = new Screen(parsed);
        JsonObject session = await Ask(parsed, cancelled);
        string form = screen.IsJson ? "json" : parsed.GetValue(_as)!;
        switch (form)
        {
            case "json":
                screen.Json(session);
                break;
            case "env":
                WriteEnvironment(screen, session);
                break;
            default:
                screen.Line((string)session["curl"]!);
                break;
        }

        return ExitCode.Fine;
    }

    private async Task<JsonObject> Ask(ParseResult parsed, CancellationToken cancelled)
    {
        string server = parsed.GetValue(_server)!.TrimEnd('/');
        var wish = new JsonObject { ["family"] = parsed.GetValue(_family) };
        if (parsed.GetValue(_persona) is { } persona)
        {
            wish["persona"] = persona;
        }

        if (parsed.GetValue(_lifetime) is { } lifetime)
        {
            wish["lifetime"] = lifetime;
        }

        if (!Uri.TryCreate($"{server}/__harness/sessions", UriKind.Absolute, out Uri? address))
        {
            throw new HarnessException($"'{server}' is no address", "Give --server an address such as http://127.0.0.1:5080");
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        if (parsed.GetValue(_token) is { } token)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var body = new StringContent(wish.ToJsonString(), Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await client.PostAsync(address, body, cancelled);
            return Read(await answer.Content.ReadAsStringAsync(cancelled), answer.IsSuccessStatusCode, server);
        }
        catch (HttpRequestException exception)
        {
            throw new HarnessException($"no server answers at {server} ({exception.Message})", "Start one with 'harness serve', or name another with --server");
        }
    }

    private static JsonObject Read(string text, bool isGood, string server)
    {
        JsonObject? document;
        try
        {
            document = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            document = null;
        }

        return (document, isGood) switch
        {
            (null, _) => throw new HarnessException($"{server} is not a Harness server", "Start one with 'harness serve', or name another with --server"),
            (_, true) => document,
            _ => throw new HarnessException(((string?)document["title"] ?? "the server refused").TrimEnd('.'), ((string?)document["detail"] ?? "See its output").TrimEnd('.')),
        };
    }

    private static void WriteEnvironment(Screen screen, JsonObject session)
    {
        screen.Line($"export HARNESS_BASE_URL={Quote((string)session["baseUrl"]!)}");
        string cookies = string.Join("; ", ((JsonObject)session["cookies"]!).Select(c => $"{c.Key}={c.Value}"));
        if (cookies.Length > 0)
        {
            screen.Line($"export HARNESS_COOKIE={Quote(cookies)}");
        }

        foreach (KeyValuePair<string, JsonNode?> header in ((JsonObject)session["headers"]!).Concat((JsonObject)session["writeHeaders"]!))
        {
            screen.Line($"export HARNESS_HEADER_{Variable(header.Key)}={Quote($"{header.Key}: {header.Value}")}");
        }

        foreach (KeyValuePair<string, JsonNode?> parameter in (JsonObject)session["query"]!)
        {
            screen.Line($"export HARNESS_QUERY_{Variable(parameter.Key)}={Quote($"{parameter.Value}")}");
        }
    }

    private static string Variable(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    private static string Quote(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
