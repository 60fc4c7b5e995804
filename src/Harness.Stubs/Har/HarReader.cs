using System.Text.Json;
using Harness.Contracts;

namespace Harness.Stubs.Har;

/// <summary>Reads a HAR of any length in pieces: what it holds at a time is one entry.</summary>
public sealed class HarReader
{
    /// <summary>A single piece longer than this is refused: it would be held whole.</summary>
    public const int LargestPart = 256 * 1024 * 1024;

    private const int Chunk = 256 * 1024;

    private readonly Stream _stream;
    private readonly string _name;
    private readonly HarCutter _cutter = new();
    private byte[] _buffer = new byte[Chunk];
    private int _length;

    private HarReader(Stream stream, string name)
    {
        _stream = stream;
        _name = name;
    }

    /// <summary>The pieces in the order of the file. What is wrong is added to <paramref name="problems"/>, and ends the reading.</summary>
    /// <param name="name">The file as the person named it, for problems.</param>
    public static IEnumerable<HarPart> Read(Stream stream, string name, ICollection<ContractProblem> problems)
    {
        var reader = new HarReader(stream, name);
        var parts = new List<HarPart>();
        bool more = true;
        while (more)
        {
            parts.Clear();
            more = reader.Advance(parts, problems);
            foreach (HarPart part in parts)
            {
                yield return part;
            }
        }
    }

    // False at the end of the file, or at the first thing that cannot be read.
    private bool Advance(List<HarPart> parts, ICollection<ContractProblem> problems)
    {
        try
        {
            int read = Fill();
            _cutter.Cut(_buffer.AsSpan(0, _length), final: read == 0, parts);
            Compact();
            if (read == 0 && !_cutter.SawEntries)
            {
                problems.Add(Problem(0, 0, "not a HAR: it has no log with entries", "Export the traffic again as HAR 1.2"));
            }

            return read > 0;
        }
        catch (JsonException exception)
        {
            problems.Add(Refusal(exception));
            return false;
        }
        catch (InvalidDataException exception)
        {
            problems.Add(Problem(_cutter.Line, 1, exception.Message.TrimEnd('.'), "Export the traffic again"));
            return false;
        }
    }

    private int Fill()
    {
        if (_length == _buffer.Length)
        {
            if (_length >= LargestPart)
            {
                throw new InvalidDataException($"one entry is longer than {LargestPart / (1024 * 1024)} MB");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = _stream.Read(_buffer, _length, _buffer.Length - _length);
        if (_cutter.IsAtStart && _length == 0 && _buffer.AsSpan(0, read).StartsWith("\uFEFF"u8))
        {
            _buffer.AsSpan(3, read - 3).CopyTo(_buffer);
            _length = read - 3;
            return read;
        }

        _length += read;
        return read;
    }

    private void Compact()
    {
        int keep = _cutter.KeepFrom;
        _buffer.AsSpan(keep, _length - keep).CopyTo(_buffer);
        _length -= keep;
        _cutter.Shift(keep);
    }

    private ContractProblem Refusal(JsonException exception)
    {
        int line = (int)(exception.LineNumber ?? 0) + 1, column = (int)(exception.BytePositionInLine ?? 0) + 1;
        return exception switch
        {
            HarFormatException format => Problem(_cutter.Line, 1, format.Message, "Export the traffic again as HAR 1.2"),
            _ when exception.Message.Contains("depth", StringComparison.OrdinalIgnoreCase) && exception.Message.Contains("maximum", StringComparison.OrdinalIgnoreCase) =>
                Problem(line, column, $"nested deeper than {HarJson.MaxDepth} levels", "Take the entry out of the file"),
            _ when _cutter.SawEnd(_length) => Problem(line, column, "the file ends in the middle of the JSON: it was cut off", "Export the traffic again, and let the export finish"),
            _ => Problem(line, column, "not valid JSON, so not a HAR", "Export the traffic again as HAR 1.2"),
        };
    }

    private ContractProblem Problem(int line, int column, string what, string fix) => new(_name, line, column, what, fix);
}
