using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Harness.Stubs.Sanitizing.Containers;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Remembers what became of names and values by their bytes in the JSON: lists hold the same ones over and over.</summary>
internal sealed class JsonCache(Scrubber scrubber)
{
    private const int NameLimit = 20_000;
    private const int LongestName = 64;
    private const int LongestValue = 300;
    private const int LengthOfId = 36;
    private const int PlacesOfLabel = 256;
    private const int Unnumbered = 0;

    private static readonly SearchValues<byte> LowerId = SearchValues.Create("0123456789abcdef-"u8);

    private readonly Dictionary<byte[], JsonName> _names = new(new Utf8Comparer());
    private readonly Dictionary<string, LabelFacts> _labels = new(StringComparer.Ordinal);
    private readonly ValueTable _values = new();
    private readonly Stack<JsonTokens> _spare = [];
    private readonly byte[] _id = new byte[LengthOfId + 2];
    private readonly bool _hasIds = scrubber.Has(GuidRule.Name);

    public void Clear()
    {
        _names.Clear();
        _labels.Clear();
        _values.Clear();
    }

    /// <summary>A reader of JSON, to be given back; JSON may hold JSON.</summary>
    public JsonTokens Rent() => _spare.TryPop(out JsonTokens? tokens) ? tokens : new JsonTokens(this);

    public void Return(JsonTokens tokens) => _spare.Push(tokens);

    public JsonName Name(ref Utf8JsonReader reader)
    {
        var lookup = _names.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(reader.ValueSpan, out JsonName? known))
        {
            return known;
        }

        string name = JsonText.Of(ref reader), clean = name.Length < 12 ? name : scrubber.Shapes(name, new Field(FieldPlace.JsonName, ""));
        var made = new JsonName(Label(LabelText.Normalize(name)), string.Equals(clean, name, StringComparison.Ordinal) ? null : Quoted(clean));
        if (reader.ValueSpan.Length <= LongestName && _names.Count < NameLimit)
        {
            lookup[reader.ValueSpan] = made;
        }

        return made;
    }

    public LabelFacts Label(string label)
    {
        if (_labels.TryGetValue(label, out LabelFacts? known))
        {
            return known;
        }

        // One that is not remembered has no number, and so its values are not remembered either.
        bool isKept = _labels.Count < NameLimit;
        LabelFacts made = LabelFacts.Of(label, isKept ? _labels.Count + 1 : Unnumbered, scrubber.RulesIds(FieldPlace.Json, label));
        if (isKept)
        {
            _labels[label] = made;
        }

        return made;
    }

    /// <summary>What is written in a value's place, with its quotes; empty where it stays. Good until the next call.</summary>
    /// <param name="token">The value as the JSON has it, with its quotes.</param>
    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> token, bool isEscaped, LabelFacts label, OwnerTraits owner)
    {
        ReadOnlySpan<byte> value = token[1..^1];
        if (value.Length == LengthOfId && _hasIds && !label.Is(LabelKinds.RulesIds) && !value.ContainsAnyExcept(LowerId) && Utf8Parser.TryParse(value, out Guid id, out int read, 'D') && read == LengthOfId)
        {
            return Id(id);
        }

        var field = new Field(FieldPlace.Json, label.Label, owner);
        if (value.Length > LongestValue || label.Number == Unnumbered)
        {
            return Cleaned(token, isEscaped, field, isShared: true);
        }

        int place = (label.Number * PlacesOfLabel) + (int)owner, hash = ValueTable.HashOf(value, place);
        if (!_values.Find(value, place, hash, out ReadOnlySpan<byte> clean))
        {
            clean = Cleaned(token, isEscaped, field, isShared: false);
            _values.Add(value, place, hash, clean);
        }

        return clean;
    }

    private static byte[] Quoted(string text) => Encoding.UTF8.GetBytes($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"");

    private ReadOnlySpan<byte> Id(Guid id)
    {
        Guid standIn = scrubber.IsLearning ? id : GuidRule.Map(id, scrubber);
        if (standIn == id)
        {
            return default;
        }

        scrubber.Report.Count(GuidRule.Name);
        _id[0] = _id[^1] = (byte)'"';
        Utf8Formatter.TryFormat(standIn, _id.AsSpan(1), out _);
        return _id;
    }

    private ReadOnlySpan<byte> Cleaned(ReadOnlySpan<byte> token, bool isEscaped, scoped in Field field, bool isShared)
    {
        string value = isEscaped ? Unescaped(token) : Encoding.UTF8.GetString(token[1..^1]);
        string clean = isShared ? scrubber.Text(value, field) : scrubber.Once(value, field);
        return scrubber.IsLearning || string.Equals(clean, value, StringComparison.Ordinal) ? default : Quoted(clean);
    }

    private static string Unescaped(ReadOnlySpan<byte> token)
    {
        var reader = new Utf8JsonReader(token);
        reader.Read();
        return JsonText.Of(ref reader);
    }
}
