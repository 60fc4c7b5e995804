namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans one line of a server-sent event stream.</summary>
internal static class EventStream
{
    public static string Line(string line, in Field field, Scrubber scrubber)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || colon > 8)
        {
            return scrubber.Text(line, field);
        }

        int value = colon + 1 < line.Length && line[colon + 1] == ' ' ? colon + 2 : colon + 1;
        string end = line.EndsWith('\r') ? "\r" : "";
        return line[..value] + scrubber.Text(line[value..^end.Length], Field.Plain) + end;
    }
}
