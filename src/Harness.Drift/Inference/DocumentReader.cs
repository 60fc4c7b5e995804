using System.Text;
using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>One reading of one document: how deep and how wide it goes is bounded, whatever the document holds.</summary>
internal sealed class DocumentReader
{
    private const int Deepest = 40;
    private const int MostNodes = 20_000;
    private const long FirstSecond = 946_684_800;
    private const long LastSecond = 4_102_444_800;

    private int _nodes;

    public void Value(ref Utf8JsonReader reader, ShapeNode node, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                node.Add(Tally.Null);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                node.Add(Tally.Boolean);
                break;
            case JsonTokenType.Number:
                Number(ref reader, node);
                break;
            case JsonTokenType.String:
                Text(ref reader, node);
                break;
            case JsonTokenType.StartArray:
                Array(ref reader, node, depth);
                break;
            case JsonTokenType.StartObject:
                Object(ref reader, node, depth);
                break;
            default:
                throw new JsonException($"A {reader.TokenType} is no value.");
        }
    }

    private static void Number(ref Utf8JsonReader reader, ShapeNode node)
    {
        if (!reader.TryGetInt64(out long value))
        {
            bool isInteger = reader.ValueSpan.IndexOfAny(".eE"u8) < 0;
            node.Add(isInteger ? Tally.Integer : Tally.Fraction);
            return;
        }

        node.Add(Tally.Integer);
        if (value is >= FirstSecond and < LastSecond)
        {
            node.Add(Tally.EpochSeconds);
        }
        else if (value is >= FirstSecond * 1000 and < LastSecond * 1000)
        {
            node.Add(Tally.EpochMilliseconds);
        }
    }

    private static void Text(ref Utf8JsonReader reader, ShapeNode node)
    {
        node.Add(Tally.String);
        ReadOnlySpan<byte> text = reader.ValueSpan;

        // No format that is told apart holds an escaped character, but for the slashes that some serializers escape.
        if (reader.ValueIsEscaped)
        {
            text = text.StartsWith("\\/Date("u8) ? text[1..] : Encoding.UTF8.GetBytes(reader.GetString()!);
        }

        Tally? format = TextFormats.Of(text);
        if (format is { } known)
        {
            node.Add(known);
        }

        if (!node.Literals.IsOpen || format == Tally.EmptyText)
        {
            return;
        }

        if (format is null && WordLexicon.IsWord(text))
        {
            node.ReachLiterals().Add(text);
        }
        else
        {
            node.CloseLiterals();
        }
    }

    private void Array(ref Utf8JsonReader reader, ShapeNode node, int depth)
    {
        node.Add(Tally.Array);
        if (IsTooDeep(ref reader, node, depth))
        {
            return;
        }

        int length = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            length++;
            Value(ref reader, node.ReachItems(), depth + 1);
        }

        if (length < 2)
        {
            node.Add(length == 0 ? Tally.EmptyArray : Tally.SingleItemArray);
        }
    }

    private void Object(ref Utf8JsonReader reader, ShapeNode node, int depth)
    {
        node.Add(Tally.Object);
        if (IsTooDeep(ref reader, node, depth))
        {
            return;
        }

        var seen = new SeenMembers(stackalloc ulong[ShapeNode.MostMembers / 64]);
        int rank = int.MaxValue;
        string tag = "";
        int guess = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
            int index = Reach(node, name, guess);
            int nameRank = VariantTable.RankOf(name);
            guess = index + 1;
            seen.Add(index);
            reader.Read();
            if (nameRank < rank && reader.TokenType == JsonTokenType.String && WordLexicon.IsTypeName(reader.ValueSpan.TrimStart((byte)'#')))
            {
                (rank, tag) = (nameRank, reader.GetString()!);
            }

            Value(ref reader, index < 0 ? node.ReachMapValues() : node.Members[index].Node, depth + 1);
        }

        if (rank < int.MaxValue)
        {
            seen.CountFor(node, rank, tag);
        }
    }

    // A document with more different names than this is read as if the further ones were keys.
    private int Reach(ShapeNode node, ReadOnlySpan<byte> name, int guess)
    {
        int before = node.Members.Count;
        int index = _nodes < MostNodes ? node.ReachMember(name, guess) : node.IndexOf(name);
        _nodes += node.Members.Count > before ? 1 : 0;
        return index;
    }

    private static bool IsTooDeep(ref Utf8JsonReader reader, ShapeNode node, int depth)
    {
        if (depth < Deepest)
        {
            return false;
        }

        node.Add(Tally.TooDeep);
        reader.Skip();
        return true;
    }
}
