using System.Diagnostics;

namespace Harness.Tests.Support;

/// <summary>The built <c>harness</c> command as a process of its own, with folders of its own.</summary>
internal sealed class HarnessProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private HarnessProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <param name="home">Stands in for everything that the command keeps for its user.</param>
    public static HarnessProcess Start(string home, params IEnumerable<string> arguments) =>
        Start("dotnet", home, [Path.Combine(AppContext.BaseDirectory, "harness.dll"), .. arguments]);

    /// <param name="environment">Variables that it is started with besides its own.</param>
    public static HarnessProcess StartIn(string home, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        Start("dotnet", home, [Path.Combine(AppContext.BaseDirectory, "harness.dll"), .. arguments], environment);

    /// <summary>Runs a line as a person's shell would.</summary>
    public static async Task<ProcessResult> Shell(string home, string line)
    {
        using HarnessProcess shell = Start("sh", home, ["-c", line]);
        return await shell.End();
    }

    public static async Task<ProcessResult> Run(string home, params IEnumerable<string> arguments)
    {
        using HarnessProcess process = Start(home, arguments);
        return await process.End();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<ProcessResult> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new ProcessResult(_process.ExitCode, await _output, await _error);
    }

    public async Task Signal(string name)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-s", name, $"{_process.Id}"]) { UseShellExecute = false })!;
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static HarnessProcess Start(string program, string home, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home,
        };
        start.Environment["HARNESS_DATA"] = Path.Combine(home, "data");
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(home, "cache");
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new HarnessProcess(Process.Start(start)!);
    }
}
