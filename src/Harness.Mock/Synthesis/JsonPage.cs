using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Mock.Synthesis;

/// <summary>A buffer with a JSON writer on it, used again and again.</summary>
internal sealed class JsonPage
{
    private const int KeptBytes = 256 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private ArrayBufferWriter<byte> _buffer = new(2048);

    public JsonPage() => Writer = new Utf8JsonWriter(_buffer, Options);

    public Utf8JsonWriter Writer { get; }

    public void Clear()
    {
        if (_buffer.Capacity > KeptBytes)
        {
            _buffer = new ArrayBufferWriter<byte>(2048);
        }

        _buffer.ResetWrittenCount();
        Writer.Reset(_buffer);
    }

    public ReadOnlyMemory<byte> Finish()
    {
        Writer.Flush();
        return _buffer.WrittenMemory;
    }
}
