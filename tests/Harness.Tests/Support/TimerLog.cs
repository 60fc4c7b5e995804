namespace Harness.Tests.Support;

/// <summary>Real time, whose timers are over at once and leave a note of how long they were to take.</summary>
internal sealed class TimerLog : TimeProvider
{
    public List<TimeSpan> Due { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Due.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
