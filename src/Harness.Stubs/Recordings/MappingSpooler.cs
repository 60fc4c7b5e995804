using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Stubs.Leaks;

namespace Harness.Stubs.Recordings;

/// <summary>Writes a file of mappings one mapping at a time, in the form that <see cref="Mappings.StubMappingWriter"/> gives to a whole one, and looks each through for leaks.</summary>
internal sealed class MappingSpooler(Spool spool, string path)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _piece = new();
    private readonly List<Leak> _leaks = [];
    private int _line = 1;

    public IReadOnlyList<Leak> Leaks => _leaks;

    /// <param name="count">One mapping stands by itself, several in a list.</param>
    public void Write(IEnumerable<JsonObject> mappings, int count)
    {
        using var json = new Utf8JsonWriter(_piece, Indented);
        if (count > 1)
        {
            json.WriteStartArray();
        }

        foreach (JsonObject mapping in mappings)
        {
            mapping.WriteTo(json);
            json.Flush();
            Spool();
        }

        if (count > 1)
        {
            json.WriteEndArray();
            json.Flush();
        }

        _piece.Write("\n"u8);
        Spool();
    }

    private void Spool()
    {
        string text = Encoding.UTF8.GetString(_piece.WrittenSpan);
        _leaks.AddRange(LeakScanner.ScanPiece(path, text, _line));
        _line += text.AsSpan().Count('\n');
        spool.Write(_piece.WrittenSpan);
        _piece.ResetWrittenCount();
    }
}
