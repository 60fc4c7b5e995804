using System.Buffers;
using System.Text;
using System.Text.Json;
using Harness.Stubs.Har;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Replaces strings in a JSON text, and numbers under a telling name; what stays is copied byte for byte.</summary>
internal sealed class JsonRewriter
{
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = HarJson.MaxDepth, CommentHandling = JsonCommentHandling.Allow };

    private static readonly byte[] Issuer = "\"https://fake-issuer.invalid/\""u8.ToArray();

    private readonly Scrubber _scrubber;
    private readonly bool _isToken;
    private readonly List<OwnerFacts> _owners;
    private readonly Stack<(string Label, OwnerFacts Owner)> _path = [];
    private readonly ArrayBufferWriter<byte>? _output;
    private int _nextOwner;
    private int _copied;
    private string _label;

    private JsonRewriter(Scrubber scrubber, bool isToken, List<OwnerFacts> owners, int length, string label)
    {
        _scrubber = scrubber;
        _isToken = isToken;
        _owners = owners;
        _output = scrubber.IsLearning ? null : new ArrayBufferWriter<byte>(length + 256);
        _label = label;
    }

    /// <summary>For the claims of a token: the issuer becomes one that is clearly fake.</summary>
    public static bool FakeIssuer => true;

    private OwnerFacts Owner => _path.Count == 0 ? OwnerFacts.Unknown : _path.Peek().Owner;

    /// <summary>The text rewritten; the very same text if nothing in it had to change.</summary>
    /// <param name="label">The name that the text as a whole stands under, for a list of plain values.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string Rewrite(string json, Scrubber scrubber, bool isToken = false, string label = "")
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        byte[] clean = Rewrite(utf8, scrubber, isToken, label);
        return ReferenceEquals(clean, utf8) ? json : Encoding.UTF8.GetString(clean);
    }

    private static byte[] Rewrite(byte[] utf8, Scrubber scrubber, bool isToken, string label)
    {
        // It reads all of it, so that nothing is rewritten of a text that is not JSON.
        List<OwnerFacts> owners = OwnerScan.Read(utf8, Reading, scrubber.Json);
        var rewriter = new JsonRewriter(scrubber, isToken, owners, utf8.Length, label);
        rewriter.Run(utf8);
        if (rewriter._copied == 0 || rewriter._output is null)
        {
            return utf8;
        }

        rewriter._output.Write(utf8.AsSpan(rewriter._copied));
        return rewriter._output.WrittenSpan.ToArray();
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
                    break;
                case JsonTokenType.StartArray:
                    _path.Push((_label, Owner));
                    break;
                case JsonTokenType.EndObject:
                    EndObject(utf8, ref reader);
                    break;
                case JsonTokenType.EndArray:
                    _label = _path.Pop().Label;
                    break;
                case JsonTokenType.PropertyName:
                    Name(utf8, ref reader);
                    break;
                case JsonTokenType.String:
                    Put(utf8, ref reader, _isToken && _label == "iss" ? Issuer : _scrubber.Json.Value(ref reader, FieldHere()));
                    break;
                case JsonTokenType.Number when PersonalNumber.Covers(_label):
                    Number(utf8, ref reader);
                    break;
                case JsonTokenType.Comment:
                    Put(utf8, ref reader, []);
                    break;
            }
        }
    }

    private void EndObject(byte[] utf8, ref Utf8JsonReader reader)
    {
        _label = _path.Pop().Label;
        if (_isToken && _path.Count == 0 && !_owners[0].HasFake)
        {
            bool isEmpty = _owners[0].IsEmpty;
            Put(utf8, ref reader, isEmpty ? "\"fake\":true}"u8.ToArray() : ",\"fake\":true}"u8.ToArray());
        }
    }

    private void Name(byte[] utf8, ref Utf8JsonReader reader)
    {
        JsonName name = _scrubber.Json.Name(ref reader);
        _label = name.Label;
        if (name.Clean is not null)
        {
            // A name's token goes on to the colon.
            Put(utf8, (int)reader.TokenStartIndex, (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2, name.Clean);
        }
    }

    private void Number(byte[] utf8, ref Utf8JsonReader reader)
    {
        string number = Encoding.ASCII.GetString(reader.ValueSpan), clean = PersonalNumber.Replace(number, _label, _scrubber);
        Put(utf8, ref reader, string.Equals(clean, number, StringComparison.Ordinal) ? null : Encoding.ASCII.GetBytes(clean));
    }

    // {"name":"x-token","value":"..."}: the value's name stands beside it.
    private Field FieldHere()
    {
        OwnerFacts owner = Owner;
        string label = owner.PairName.Length > 0 && _label is "value" or "values" or "newvalue" or "oldvalue" ? owner.PairName : _label;
        return new Field(FieldPlace.Json, label.Length > 0 ? label : _label, owner.Traits);
    }

    private void Put(byte[] utf8, ref Utf8JsonReader reader, byte[]? clean)
    {
        if (clean is not null)
        {
            Put(utf8, (int)reader.TokenStartIndex, (int)reader.BytesConsumed, clean);
        }
    }

    private void Put(byte[] utf8, int start, int end, byte[] clean)
    {
        if (_output is null || utf8.AsSpan(start, end - start).SequenceEqual(clean))
        {
            return;
        }

        _output.Write(utf8.AsSpan(_copied, start - _copied));
        _output.Write(clean);
        _copied = end;
    }
}
