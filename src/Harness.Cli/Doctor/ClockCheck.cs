namespace Harness.Cli.Doctor;

/// <summary>The clock is not grossly wrong: tokens and certificates would be of yesterday or of tomorrow.</summary>
internal sealed class ClockCheck : IMachineCheck
{
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    public string Id => "clock";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        // Without asking the network, the youngest thing that is known is the program itself.
        DateTimeOffset now = surroundings.Clock.GetUtcNow();
        DateTimeOffset built = new(File.GetLastWriteTimeUtc(typeof(ClockCheck).Assembly.Location));
        yield return now > built - Slack && now.Year < 2100
            ? CheckResult.Fine($"The clock shows {now:yyyy-MM-dd HH:mm} UTC")
            : CheckResult.Wrong($"The clock shows {now:yyyy-MM-dd HH:mm} UTC, and this program was made on {built:yyyy-MM-dd}", "Set the clock: sudo timedatectl set-ntp true");
    }
}
