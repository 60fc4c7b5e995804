using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;

namespace Harness.Drift.Reports;

/// <summary>Appends JSON lines to a file, each with one write: whoever kills the process loses no line that was written, and of the last one at most a part stays.</summary>
/// <remarks>Lines are made beside each other and only handed over one by one.</remarks>
internal sealed class LineWriter(FileStream file)
{
    private const int LargestKept = 256 * 1024;

    private readonly Lock _lock = new();
    private readonly ConcurrentBag<Line> _free = [];

    /// <param name="write">Writes one JSON value.</param>
    public void Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        Line line = _free.TryTake(out Line? free) ? free : new Line();
        write(line.Writer, value);
        line.Writer.Flush();
        line.Bytes.Write("\n"u8);
        lock (_lock)
        {
            file.Write(line.Bytes.WrittenSpan);
        }

        if (line.Bytes.Capacity <= LargestKept)
        {
            line.Bytes.ResetWrittenCount();
            line.Writer.Reset();
            _free.Add(line);
        }
    }

    private sealed class Line
    {
        public Line() => Writer = new Utf8JsonWriter(Bytes);

        public ArrayBufferWriter<byte> Bytes { get; } = new(4096);

        public Utf8JsonWriter Writer { get; }
    }
}
