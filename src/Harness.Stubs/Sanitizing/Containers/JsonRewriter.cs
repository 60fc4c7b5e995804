using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Harness.Stubs.Har;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Rewrites the strings of a JSON text, and numbers under a telling name; order, numbers, doubled members and structure stay.</summary>
internal sealed class JsonRewriter
{
    private const string Issuer = "https://fake-issuer.invalid/";

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = HarJson.MaxDepth, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = HarJson.MaxDepth + 1 };

    private readonly Scrubber _scrubber;
    private readonly bool _isToken;
    private readonly List<OwnerFacts> _owners;
    private readonly Stack<(string Label, OwnerFacts Owner)> _path = [];
    private readonly Utf8JsonWriter _writer;
    private int _nextOwner;
    private string _label;
    private bool _changed;

    private JsonRewriter(Scrubber scrubber, bool isToken, List<OwnerFacts> owners, Utf8JsonWriter writer, string label)
    {
        _scrubber = scrubber;
        _isToken = isToken;
        _owners = owners;
        _writer = writer;
        _label = label;
    }

    /// <summary>For the claims of a token: the issuer becomes one that is clearly fake.</summary>
    public static bool FakeIssuer => true;

    /// <summary>The text rewritten; the very same text if nothing in it had to change.</summary>
    /// <param name="label">The name that the text as a whole stands under, for a list of plain values.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string Rewrite(string json, Scrubber scrubber, bool isToken = false, string label = "")
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        List<OwnerFacts> owners = OwnerScan.Read(utf8, Reading);
        var output = new ArrayBufferWriter<byte>(utf8.Length + 64);
        using var writer = new Utf8JsonWriter(output, Writing);
        var rewriter = new JsonRewriter(scrubber, isToken, owners, writer, label);
        rewriter.Run(utf8);
        writer.Flush();
        return rewriter._changed ? Encoding.UTF8.GetString(output.WrittenSpan) : json;
    }

    private void Run(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8, Reading);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    _path.Push((_label, _owners[_nextOwner++]));
                    _writer.WriteStartObject();
                    break;
                case JsonTokenType.StartArray:
                    _path.Push((_label, Owner));
                    _writer.WriteStartArray();
                    break;
                case JsonTokenType.EndObject:
                    EndObject();
                    break;
                case JsonTokenType.EndArray:
                    _label = _path.Pop().Label;
                    _writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    Name(Text(ref reader));
                    break;
                case JsonTokenType.String:
                    String(Text(ref reader));
                    break;
                default:
                    Literal(ref reader);
                    break;
            }
        }
    }

    private OwnerFacts Owner => _path.Count == 0 ? OwnerFacts.Unknown : _path.Peek().Owner;

    private void EndObject()
    {
        _label = _path.Pop().Label;
        if (_isToken && _path.Count == 0 && !_owners[0].HasFake)
        {
            _writer.WriteBoolean("fake", true);
            _changed = true;
        }

        _writer.WriteEndObject();
    }

    private void Name(string name)
    {
        string clean = name.Length < 12 ? name : _scrubber.Shapes(name, new Field(FieldPlace.JsonName, ""));
        _changed |= !ReferenceEquals(clean, name);
        _writer.WritePropertyName(clean);
        _label = LabelText.Normalize(name);
    }

    private void String(string value)
    {
        string clean = _isToken && _label == "iss" ? Issuer : _scrubber.Text(value, FieldHere());
        _changed |= !string.Equals(clean, value, StringComparison.Ordinal);
        _writer.WriteStringValue(clean);
    }

    // {"name":"x-token","value":"..."}: the value's name stands beside it.
    private Field FieldHere()
    {
        OwnerFacts owner = Owner;
        string label = owner.PairName.Length > 0 && _label is "value" or "values" or "newvalue" or "oldvalue" ? owner.PairName : _label;
        return new Field(FieldPlace.Json, label.Length > 0 ? label : _label, owner.Traits);
    }

    private void Literal(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && PersonalNumber.Covers(_label))
        {
            string number = Encoding.ASCII.GetString(reader.ValueSpan), clean = PersonalNumber.Replace(number, _label, _scrubber);
            _changed |= !string.Equals(clean, number, StringComparison.Ordinal);
            _writer.WriteRawValue(clean, skipInputValidation: true);
        }
        else
        {
            _writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Decode('"' + Encoding.UTF8.GetString(reader.ValueSpan) + '"');
        }
    }
}
