using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Mock;

namespace Harness.Cli.Commands;

/// <summary>What a started server tells: people on the screen, programs in the ready file.</summary>
internal sealed class ReadyReport(MockServer server)
{
    public void Print(Screen screen)
    {
        if (screen.IsJson)
        {
            screen.Json(Document());
            return;
        }

        string took = string.Create(CultureInfo.InvariantCulture, $"{server.StartupMs} ms");
        screen.Markup($"[green]Harness is ready[/] in {took}: {server.FamilyCount} families, {server.OperationCount} operations.");
        screen.Markup($"  http   [link]{server.Http}[/]");
        if (server.Https is not null)
        {
            screen.Markup($"  https  [link]{server.Https}[/]");
        }

        if (server.Proxy is not null)
        {
            screen.Markup($"  proxy  [link]{server.Proxy}[/]");
            screen.Line("         for HTTPS_PROXY; its certificate to trust: harness trust export");
        }

        screen.Line();
        screen.Line("A first call:");
        screen.Line($"  {server.FirstCall()}");
        screen.Line();
        screen.Line("Sessions for every portal: harness session <family>. Stop with Ctrl+C.");
    }

    public void Write(string file)
    {
        try
        {
            // Renamed into place: whoever waits for the file never reads half of it.
            string aside = file + ".new";
            File.WriteAllText(aside, Document().ToJsonString());
            File.Move(aside, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"the ready file {file} cannot be written: {exception.Message}", "Name a file in a folder that exists and that you may write to");
        }
    }

    private JsonObject Document() => new()
    {
        ["http"] = server.Http.ToString().TrimEnd('/'),
        ["https"] = server.Https?.ToString().TrimEnd('/'),
        ["proxy"] = server.Proxy?.ToString().TrimEnd('/'),
        ["pid"] = Environment.ProcessId,
        ["families"] = server.FamilyCount,
        ["operations"] = server.OperationCount,
        ["startupMs"] = server.StartupMs,
        ["controlToken"] = server.ControlToken,
    };
}
