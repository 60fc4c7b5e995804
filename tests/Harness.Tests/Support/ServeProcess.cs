using System.Text.Json.Nodes;

namespace Harness.Tests.Support;

/// <summary><c>harness serve</c> as a process, ready to be called.</summary>
internal sealed class ServeProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HarnessProcess _process;

    private ServeProcess(HarnessProcess process, JsonObject ready)
    {
        _process = process;
        Ready = ready;
    }

    /// <summary>The ready file.</summary>
    public JsonObject Ready { get; }

    public string Http => (string)Ready["http"]!;

    public HarnessProcess Process => _process;

    public static async Task<ServeProcess> Start(string home, params IEnumerable<string> more)
    {
        string file = Path.Combine(home, $"ready-{Path.GetRandomFileName()}.json");
        HarnessProcess process = HarnessProcess.Start(home, ["serve", "--port", "0", "--https-port", "off", "--ready-file", file, .. more]);
        using var patience = new CancellationTokenSource(Patience);
        while (!File.Exists(file))
        {
            if (process.HasEnded)
            {
                throw new AssertionException($"The server did not start: {await process.End()}");
            }

            await Task.Delay(50, patience.Token);
        }

        return new ServeProcess(process, (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(file, patience.Token))!);
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task<ProcessResult> Stop(string signal = "TERM")
    {
        await _process.Signal(signal);
        return await _process.End();
    }

    public void Dispose() => _process.Dispose();
}
