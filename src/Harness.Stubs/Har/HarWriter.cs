using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>Writes a HAR piece by piece, in the order given; members keep the place they had.</summary>
public sealed class HarWriter : IDisposable
{
    private const int FlushAt = 1 << 20;

    private readonly Utf8JsonWriter _json;
    private State _state = State.Root;
    private bool _wroteLog;

    public HarWriter(Stream stream)
    {
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false, SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
    }

    private enum State
    {
        Root,
        Log,
        Entries,
    }

    public void Write(HarPart part)
    {
        MoveTo(part switch { HarEntry => State.Entries, HarMember { InLog: true } => State.Log, _ => State.Root });
        if (part is HarMember member)
        {
            _json.WritePropertyName(member.Name);
        }

        _json.WriteRawValue(part.Utf8.Span, skipInputValidation: true);
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
    }

    public void Dispose()
    {
        if (!_wroteLog)
        {
            MoveTo(State.Entries);
        }

        MoveTo(State.Root);
        _json.WriteEndObject();
        _json.Dispose();
    }

    private void MoveTo(State wanted)
    {
        while (_state > wanted)
        {
            if (_state == State.Entries)
            {
                _json.WriteEndArray();
            }
            else
            {
                _json.WriteEndObject();
            }

            _state--;
        }

        while (_state < wanted)
        {
            Descend();
        }
    }

    private void Descend()
    {
        if (_state == State.Root)
        {
            _json.WriteStartObject("log");
            _wroteLog = true;
        }
        else
        {
            _json.WriteStartArray("entries");
        }

        _state++;
    }
}
