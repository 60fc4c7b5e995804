using System.CommandLine;
using System.Runtime.InteropServices;
using Harness.Cli.Terminal;
using Harness.Mock;

namespace Harness.Cli.Commands;

/// <summary><c>harness serve</c>: starts the mock portals and keeps them running until Ctrl+C or SIGTERM.</summary>
internal sealed class ServeCommand : ICommandFactory
{
    private readonly ServeOptions _options = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("serve", "Start the mock portals.");
        _options.AddTo(command);
        command.SetAction(Run);
        examples[command] =
        [
            "harness serve",
            "harness serve --port 0 --https-port off --ready-file ready.json",
            "harness serve --contracts ../nodoc --tenant fabrikam-basic",
            "harness serve --family defender --family teams --clock 2026-11-20T08:00:00Z --seed 42",
        ];
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancelled)
    {
        MockServerOptions options = _options.Read(parsed);
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using CancellationTokenRegistration outer = cancelled.Register(() => stop.TrySetResult());

        await using MockServer server = await MockServer.StartAsync(options, cancelled);
        var screen = new Screen(parsed);
        screen.Problems(server.Problems);
        ReadyReport report = new(server);
        report.Print(screen);
        if (parsed.GetValue(_options.ReadyFile) is { } readyFile)
        {
            report.Write(readyFile);
        }

        await stop.Task;
        return ExitCode.Fine;

        void Stop(PosixSignalContext signal)
        {
            // Stopping is ours to do in order; the runtime would end the process at once.
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}
