using System.Text.Json;
using Harness.Stubs.Har;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Reads a JSON text once: what may have to be replaced, and what each object is, which stands in its members and often after its name.</summary>
/// <remarks>All of it is read before any of it is rewritten, so that nothing is rewritten of a text that is not JSON. Used again for the next text.</remarks>
internal sealed class JsonTokens(JsonCache names)
{
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = HarJson.MaxDepth, CommentHandling = JsonCommentHandling.Allow };

    private readonly List<JsonToken> _tokens = [];
    private readonly List<OwnerFacts> _owners = [];
    private readonly Frame[] _open = new Frame[HarJson.MaxDepth + 1];
    private int _depth;
    private LabelFacts _label = null!;

    /// <summary>In the order of the text.</summary>
    public List<JsonToken> Found => _tokens;

    /// <summary>Where the outermost value ends, if it is an object; otherwise -1.</summary>
    public int RootEnd { get; private set; }

    /// <summary>By the numbers that the tokens give.</summary>
    public OwnerFacts OwnerOf(in JsonToken token) => token.Owner < 0 ? default : _owners[token.Owner];

    /// <summary>The outermost object, where there is one.</summary>
    public OwnerFacts Root => _owners[0];

    /// <param name="label">What the text as a whole stands under.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public void Read(ReadOnlySpan<byte> utf8, LabelFacts label)
    {
        _tokens.Clear();
        _owners.Clear();
        _depth = 0;
        _open[0] = new Frame(label, -1, IsObject: false);
        _label = label;
        RootEnd = -1;
        var reader = new Utf8JsonReader(utf8, Reading);
        while (reader.Read())
        {
            Take(ref reader, utf8);
        }
    }

    private void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                _owners.Add(default);
                _open[++_depth] = new Frame(_label, _owners.Count - 1, IsObject: true);
                break;
            case JsonTokenType.StartArray:
                _open[_depth + 1] = new Frame(_label, _open[_depth].Owner, IsObject: false);
                _depth++;
                break;
            case JsonTokenType.EndObject:
                EndObject(utf8, (int)reader.TokenStartIndex);
                break;
            case JsonTokenType.EndArray:
                _label = _open[_depth--].Label;
                break;
            case JsonTokenType.PropertyName:
                Name(ref reader);
                break;
            case JsonTokenType.String:
                String(ref reader);
                break;
            case JsonTokenType.True when _open[_depth].IsObject:
                _open[_depth].Draft.True(_label);
                break;
            case JsonTokenType.Number when _label.Is(LabelKinds.PersonalNumber):
            case JsonTokenType.Comment:
                Add(ref reader);
                break;
        }
    }

    private void EndObject(ReadOnlySpan<byte> utf8, int start)
    {
        ref Frame frame = ref _open[_depth--];
        _owners[frame.Owner] = frame.Draft.Facts(utf8, names);
        _label = frame.Label;
        RootEnd = _depth == 0 ? start : -1;
    }

    private void Name(ref Utf8JsonReader reader)
    {
        JsonName name = names.Name(ref reader);
        _label = name.Label;
        _open[_depth].Draft.Name(_label);
        if (name.Clean is not null)
        {
            // A name's token goes on to the colon.
            int start = (int)reader.TokenStartIndex;
            _tokens.Add(new JsonToken(JsonTokenType.PropertyName, start, start + reader.ValueSpan.Length + 2, IsEscaped: false, -1, _label, name.Clean));
        }
    }

    private void String(ref Utf8JsonReader reader)
    {
        if (_open[_depth].IsObject)
        {
            _open[_depth].Draft.Value(_label, reader.ValueSpan, (int)reader.TokenStartIndex + 1);
        }

        if (!reader.ValueSpan.IsEmpty || _label.Is(LabelKinds.Issuer))
        {
            Add(ref reader);
        }
    }

    private void Add(ref Utf8JsonReader reader) =>
        _tokens.Add(new JsonToken(reader.TokenType, (int)reader.TokenStartIndex, (int)reader.BytesConsumed, reader.ValueIsEscaped, _open[_depth].Owner, _label));

    private record struct Frame(LabelFacts Label, int Owner, bool IsObject)
    {
        public OwnerDraft Draft;
    }
}
