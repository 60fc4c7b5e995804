using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Replaces strings in a JSON text, and numbers under a telling name; what stays is copied byte for byte.</summary>
internal readonly ref struct JsonRewriter
{
    private static readonly byte[] Issuer = "\"https://fake-issuer.invalid/\""u8.ToArray();

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly Scrubber _scrubber;
    private readonly JsonTokens _tokens;
    private readonly IBufferWriter<byte> _output;

    private JsonRewriter(ReadOnlySpan<byte> utf8, Scrubber scrubber, JsonTokens tokens, IBufferWriter<byte> output)
    {
        _utf8 = utf8;
        _scrubber = scrubber;
        _tokens = tokens;
        _output = output;
    }

    /// <summary>The text rewritten; the very same text if nothing in it had to change.</summary>
    /// <param name="isToken">Whether these are the claims of a token: the issuer becomes one that is clearly fake.</param>
    /// <param name="label">The name that the text as a whole stands under, for a list of plain values.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string Rewrite(string json, Scrubber scrubber, bool isToken = false, string label = "")
    {
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            int length = Encoding.UTF8.GetBytes(json, utf8);
            var output = new ArrayBufferWriter<byte>();
            return Rewrite(utf8.AsSpan(0, length), output, scrubber, isToken, label) ? Encoding.UTF8.GetString(output.WrittenSpan) : json;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    /// <summary>Whether anything had to change; only then is anything written.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool Rewrite(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output, Scrubber scrubber, bool isToken, string label)
    {
        JsonTokens tokens = scrubber.Json.Rent();
        try
        {
            tokens.Read(utf8, scrubber.Json.Label(label));
            return new JsonRewriter(utf8, scrubber, tokens, output).Run(isToken);
        }
        finally
        {
            scrubber.Json.Return(tokens);
        }
    }

    private bool Run(bool isToken)
    {
        int copied = 0;
        foreach (JsonToken token in _tokens.Found)
        {
            ReadOnlySpan<byte> given = _utf8[token.Start..token.End], clean = isToken && token.Type == JsonTokenType.String && token.Label.Is(LabelKinds.Issuer) ? Issuer : Clean(token, given);
            if ((!clean.IsEmpty || token.Type == JsonTokenType.Comment) && !_scrubber.IsLearning && !given.SequenceEqual(clean))
            {
                Copy(copied, token.Start);
                _output.Write(clean);
                copied = token.End;
            }
        }

        if (isToken && _tokens.RootEnd >= 0 && !_tokens.Root.HasFake && !_scrubber.IsLearning)
        {
            Copy(copied, _tokens.RootEnd);
            _output.Write(_tokens.Root.IsEmpty ? "\"fake\":true"u8 : ",\"fake\":true"u8);
            copied = _tokens.RootEnd;
        }

        if (copied > 0)
        {
            Copy(copied, _utf8.Length);
        }

        return copied > 0;
    }

    private void Copy(int start, int end) => _output.Write(_utf8[start..end]);

    private ReadOnlySpan<byte> Clean(in JsonToken token, ReadOnlySpan<byte> given) => token.Type switch
    {
        JsonTokenType.PropertyName => token.NewName,
        JsonTokenType.Number => Number(given, token.Label.Label),
        JsonTokenType.String => String(token, given),
        _ => default,
    };

    // {"name":"x-token","value":"..."}: the value's name stands beside it.
    private ReadOnlySpan<byte> String(in JsonToken token, ReadOnlySpan<byte> given)
    {
        OwnerFacts owner = _tokens.OwnerOf(token);
        return _scrubber.Json.Value(given, token.IsEscaped, token.Label.Is(LabelKinds.Value) && owner.PairName is { } name ? name : token.Label, owner.Traits);
    }

    private ReadOnlySpan<byte> Number(ReadOnlySpan<byte> given, string label)
    {
        string number = Encoding.ASCII.GetString(given), clean = PersonalNumber.Replace(number, label, _scrubber);
        return string.Equals(clean, number, StringComparison.Ordinal) ? default : Encoding.ASCII.GetBytes(clean);
    }
}
