using Spectre.Console;

namespace Harness.Cli.Terminal;

/// <summary>Hands steps on to a bar at once; the framework's own progress would hand them to other threads.</summary>
internal sealed class ProgressBar(ProgressTask bar) : IProgress<long>
{
    public void Report(long value) => bar.Increment(value);
}
