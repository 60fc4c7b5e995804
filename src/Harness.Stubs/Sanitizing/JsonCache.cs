using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Stubs.Sanitizing;

/// <summary>Remembers what became of names and values by their bytes in the JSON: lists hold the same ones over and over.</summary>
internal sealed class JsonCache(Scrubber scrubber)
{
    private const int NameLimit = 20_000;
    private const int ValueLimit = 200_000;
    private const int LongestName = 64;
    private const int LongestValue = 300;

    private static readonly Utf8Comparer Comparer = new();

    private readonly Dictionary<byte[], JsonName> _names = new(Comparer);
    private readonly Dictionary<(string Label, OwnerTraits Owner), Dictionary<byte[], byte[]?>> _values = [];
    private int _count;

    public void Clear()
    {
        _names.Clear();
        _values.Clear();
        _count = 0;
    }

    public JsonName Name(ref Utf8JsonReader reader)
    {
        var lookup = _names.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(reader.ValueSpan, out JsonName? known))
        {
            return known;
        }

        string name = JsonText.Of(ref reader), clean = name.Length < 12 ? name : scrubber.Shapes(name, new Field(FieldPlace.JsonName, ""));
        var made = new JsonName(LabelText.Normalize(name), string.Equals(clean, name, StringComparison.Ordinal) ? null : Quoted(clean));
        if (reader.ValueSpan.Length <= LongestName && _names.Count < NameLimit)
        {
            lookup[reader.ValueSpan] = made;
        }

        return made;
    }

    /// <summary>What is written in a value's place, with its quotes; null where it stays.</summary>
    public byte[]? Value(ref Utf8JsonReader reader, in Field field)
    {
        if (reader.ValueSpan.Length is 0 or > LongestValue)
        {
            return reader.ValueSpan.Length == 0 ? null : Cleaned(ref reader, field);
        }

        if (!_values.TryGetValue((field.Label, field.Owner), out Dictionary<byte[], byte[]?>? values))
        {
            values = new Dictionary<byte[], byte[]?>(Comparer);
            _values[(field.Label, field.Owner)] = values;
        }

        var lookup = values.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(reader.ValueSpan, out byte[]? clean))
        {
            clean = Cleaned(ref reader, field);
            Forget();
            lookup[reader.ValueSpan] = clean;
        }

        return clean;
    }

    public static byte[] Quoted(string text) => Encoding.UTF8.GetBytes($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"");

    private byte[]? Cleaned(ref Utf8JsonReader reader, in Field field)
    {
        string value = JsonText.Of(ref reader), clean = scrubber.Text(value, field);
        return string.Equals(clean, value, StringComparison.Ordinal) ? null : Quoted(clean);
    }

    private void Forget()
    {
        if (++_count > ValueLimit)
        {
            _values.Clear();
            _count = 0;
        }
    }
}
