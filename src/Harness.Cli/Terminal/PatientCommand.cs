using System.CommandLine;

namespace Harness.Cli.Terminal;

/// <summary>A command that still has work to do when the person stops it: Ctrl+C ends what it waits for, and not the work.</summary>
internal sealed class PatientCommand(string name, string description) : Command(name, description)
{
    /// <summary>How long a stopped command may go on.</summary>
    public static TimeSpan? PatienceFor(Command command) => command is PatientCommand ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(2);
}
