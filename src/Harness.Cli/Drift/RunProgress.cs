using Harness.Cli.Terminal;
using Harness.Drift.Probing;

namespace Harness.Cli.Drift;

/// <summary>How a run gets on: one line that is written over on a terminal, a line every tenth of the way in a pipe, nothing for programs.</summary>
internal sealed class RunProgress(Screen screen, TimeProvider clock) : IProbeProgress
{
    private const int Parts = 10;
    private const int BarWidth = 30;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly HashSet<(string Family, string Path)> _done = [];
    private int _planned;
    private int _answers;
    private int _shownPart;
    private long _began;
    private long _shown;

    public void Planned(int probes)
    {
        _planned = probes;
        _began = clock.GetTimestamp();
        Say($"{probes} GETs to probe");
    }

    public void Probed(Observation observation)
    {
        lock (_lock)
        {
            _answers++;
            _done.Add((observation.Family, observation.Path));
            if (!screen.IsTerminal)
            {
                int part = _planned == 0 ? Parts : _done.Count * Parts / _planned;
                if (part > _shownPart)
                {
                    _shownPart = part;
                    Say(Text());
                }
            }
            else if (!screen.IsJson && (clock.GetElapsedTime(_shown) > Refresh || _done.Count == _planned))
            {
                _shown = clock.GetTimestamp();
                Console.Error.Write($"\r{Bar()} {Text()}   {(_done.Count == _planned ? Environment.NewLine : "")}");
            }
        }
    }

    public void Renewed(string family) => Say($"The session of {family} had ended; it has a new one.");

    private string Text()
    {
        double seconds = Math.Max(0.001, clock.GetElapsedTime(_began).TotalSeconds);
        double rate = _answers / seconds;
        TimeSpan left = TimeSpan.FromSeconds(_done.Count == 0 ? 0 : seconds / _done.Count * Math.Max(0, _planned - _done.Count));
        return $"{_done.Count} of {_planned} GETs, {rate:0.#} probes/s, {Duration(left)} remaining";
    }

    private string Bar()
    {
        int full = _planned == 0 ? BarWidth : Math.Min(BarWidth, _done.Count * BarWidth / _planned);
        return $"[{new string('#', full)}{new string('.', BarWidth - full)}]";
    }

    private void Say(string line)
    {
        if (!screen.IsJson)
        {
            screen.Line(line);
        }
    }

    private static string Duration(TimeSpan span) => span.TotalMinutes >= 1 ? $"{(int)span.TotalMinutes} min {span.Seconds} s" : $"{(int)Math.Ceiling(span.TotalSeconds)} s";
}
