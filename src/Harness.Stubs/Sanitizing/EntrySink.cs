using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing;

/// <summary>Takes the clean parts of an entry in their order. While the sanitizer learns, nobody wants them.</summary>
internal sealed class EntrySink(Utf8JsonWriter json, Scrubber scrubber)
{
    private readonly ArrayBufferWriter<byte> _tree = new();
    private readonly ArrayBufferWriter<byte> _dense = new();
    private bool _isOff;

    public void Start()
    {
        _isOff = scrubber.IsLearning;
        json.Reset();
    }

    public void Finish() => json.Flush();

    public void Name(string name)
    {
        if (!_isOff)
        {
            json.WritePropertyName(name);
        }
    }

    /// <summary>The same, to be followed by the value.</summary>
    public EntrySink Named(string name)
    {
        Name(name);
        return this;
    }

    public void StartObject()
    {
        if (!_isOff)
        {
            json.WriteStartObject();
        }
    }

    public void EndObject()
    {
        if (!_isOff)
        {
            json.WriteEndObject();
        }
    }

    public void StartArray()
    {
        if (!_isOff)
        {
            json.WriteStartArray();
        }
    }

    public void EndArray()
    {
        if (!_isOff)
        {
            json.WriteEndArray();
        }
    }

    public void Text(string text)
    {
        if (!_isOff)
        {
            json.WriteStringValue(text);
        }
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (!_isOff)
        {
            json.WriteStringValue(utf8);
        }
    }

    public void Number(int number)
    {
        if (!_isOff)
        {
            json.WriteNumberValue(number);
        }
    }

    /// <summary>A value that stays as it is.</summary>
    public void Keep(JsonElement value)
    {
        if (!_isOff)
        {
            Raw(JsonMarshal.GetRawUtf8Value(value));
        }
    }

    /// <summary>A value that nobody here knows.</summary>
    public void AnyJson(JsonElement value, string label = "")
    {
        if (JsonText.Of(value) is { } text)
        {
            Text(scrubber.Text(text, new Field(FieldPlace.Json, label)));
        }
        else if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            Tree(value, label);
        }
        else
        {
            Keep(value);
        }
    }

    private void Tree(JsonElement value, string label)
    {
        _tree.ResetWrittenCount();
        if (!JsonRewriter.Rewrite(JsonMarshal.GetRawUtf8Value(value), _tree, scrubber, isToken: false, label))
        {
            Keep(value);
        }
        else if (!_isOff)
        {
            Raw(_tree.WrittenSpan);
        }
    }

    // A file that was made for people to read is written without the space between.
    private void Raw(ReadOnlySpan<byte> value)
    {
        if (value.Contains((byte)'\n'))
        {
            _dense.ResetWrittenCount();
            JsonSpace.Strip(value, _dense);
            value = _dense.WrittenSpan;
        }

        json.WriteRawValue(value, skipInputValidation: true);
    }
}
