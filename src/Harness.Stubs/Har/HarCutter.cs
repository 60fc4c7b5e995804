using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>Cuts a stream of JSON into the pieces of a HAR, as far as the bytes at hand go.</summary>
internal sealed class HarCutter
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = HarJson.MaxDepth };

    private JsonReaderState _state = new(Options);
    private int _position;
    private int _lineCounted;
    private int _partStart = -1;
    private int _partDepth;
    private int _partLine;
    private string _name = "";
    private bool _inLog;
    private bool _inEntries;
    private bool _final;

    /// <summary>Line of the last byte looked at.</summary>
    public int Line { get; private set; } = 1;

    public bool SawEntries { get; private set; }

    public bool IsAtStart => _position == 0 && Line == 1 && !_inLog;

    /// <summary>The first byte that is still needed.</summary>
    public int KeepFrom => _partStart >= 0 ? _partStart : _position;

    /// <summary>Whether reading failed for want of bytes.</summary>
    public bool SawEnd(int length) => _final && length >= _position;

    public void Shift(int dropped)
    {
        _position -= dropped;
        _lineCounted -= dropped;
        _partStart = _partStart >= 0 ? _partStart - dropped : -1;
    }

    public void Cut(ReadOnlySpan<byte> bytes, bool final, List<HarPart> parts)
    {
        _final = final;
        var reader = new Utf8JsonReader(bytes[_position..], final, _state);
        int origin = _position;
        while (reader.Read())
        {
            int start = origin + (int)reader.TokenStartIndex, end = origin + (int)reader.BytesConsumed;
            if (_partStart >= 0)
            {
                Finish(ref reader, bytes, end, parts);
            }
            else
            {
                Begin(ref reader, bytes, start, end, parts);
            }
        }

        _position = origin + (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        CountLines(bytes, _position);
    }

    private void Begin(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, int start, int end, List<HarPart> parts)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _name = reader.GetString()!;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _inEntries = false;
                _inLog = _inLog && reader.CurrentDepth > 1;
                break;
            case JsonTokenType.StartObject when reader.CurrentDepth == 0:
                break;
            case JsonTokenType.StartObject when reader.CurrentDepth == 1 && !_inLog && _name == "log":
                _inLog = true;
                break;
            case JsonTokenType.StartArray when reader.CurrentDepth == 2 && _inLog && _name == "entries":
                _inEntries = true;
                SawEntries = true;
                break;
            default:
                StartPart(ref reader, bytes, start, end, parts);
                break;
        }
    }

    private void StartPart(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, int start, int end, List<HarPart> parts)
    {
        CountLines(bytes, start);
        if (reader.CurrentDepth == 0 || (_inEntries && reader.TokenType != JsonTokenType.StartObject) || (_inLog && !_inEntries && _name == "entries"))
        {
            throw new HarFormatException(reader.CurrentDepth == 0 ? "not a HAR: the outermost value is no object" : "not a HAR: the entries are no list of objects");
        }

        _partStart = start;
        _partDepth = reader.CurrentDepth;
        _partLine = Line;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            Emit(bytes, end, parts);
        }
    }

    private void Finish(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, int end, List<HarPart> parts)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.CurrentDepth == _partDepth)
        {
            Emit(bytes, end, parts);
        }
    }

    private void Emit(ReadOnlySpan<byte> bytes, int end, List<HarPart> parts)
    {
        byte[] piece = bytes[_partStart..end].ToArray();
        parts.Add(_inEntries ? new HarEntry(piece, _partLine) : new HarMember(_name, _inLog, piece, _partLine));
        _partStart = -1;
    }

    private void CountLines(ReadOnlySpan<byte> bytes, int to)
    {
        if (to > _lineCounted)
        {
            Line += bytes[_lineCounted..to].Count((byte)'\n');
            _lineCounted = to;
        }
    }
}
