using System.Text;
using System.Text.Json;
using Harness.Contracts;

namespace Harness.Stubs.Json;

/// <summary>Reads one JSON document into located values. Comments and trailing commas are allowed, as WireMock.Net allows them.</summary>
internal sealed class LocatedJsonReader
{
    /// <summary>Deeper than any mapping; a hostile file ends here instead of in a stack overflow.</summary>
    private const int MaximumDepth = 64;

    private readonly JsonCursor _cursor;
    private readonly string _path;
    private readonly ICollection<ContractProblem> _problems;

    private LocatedJsonReader(byte[] text, string path, ICollection<ContractProblem> problems)
    {
        _cursor = new JsonCursor(text);
        _path = path;
        _problems = problems;
    }

    /// <summary>Null, with a problem added, when the text is not JSON.</summary>
    /// <param name="path">How problems name the file.</param>
    public static LocatedJson? Read(byte[] text, string path, ICollection<ContractProblem> problems)
    {
        byte[] body = text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaximumDepth });
        try
        {
            reader.Read();
            LocatedJson document = new LocatedJsonReader(body, path, problems).ReadValue(ref reader);

            // Anything after the document is the reader's own error.
            reader.Read();
            return document;
        }
        catch (JsonException exception)
        {
            problems.Add(new ContractProblem(
                path, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1, $"not readable as JSON: {Reason(exception)}", "Correct the syntax here or just before"));
            return null;
        }
    }

    private LocatedJson ReadValue(ref Utf8JsonReader reader)
    {
        (int line, int column) = _cursor.At((int)reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new LocatedJson { Kind = JsonValueKind.Object, Members = ReadMembers(ref reader), Line = line, Column = column },
            JsonTokenType.StartArray => new LocatedJson { Kind = JsonValueKind.Array, Items = ReadItems(ref reader), Line = line, Column = column },
            JsonTokenType.String => new LocatedJson { Kind = JsonValueKind.String, Text = ReadText(ref reader, line, column), Line = line, Column = column },
            JsonTokenType.Number => new LocatedJson { Kind = JsonValueKind.Number, Text = Encoding.ASCII.GetString(reader.ValueSpan), Line = line, Column = column },
            JsonTokenType.True => new LocatedJson { Kind = JsonValueKind.True, Line = line, Column = column },
            JsonTokenType.False => new LocatedJson { Kind = JsonValueKind.False, Line = line, Column = column },
            _ => new LocatedJson { Kind = JsonValueKind.Null, Line = line, Column = column },
        };
    }

    private List<LocatedMember> ReadMembers(ref Utf8JsonReader reader)
    {
        var members = new List<LocatedMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            (int line, int column) = _cursor.At((int)reader.TokenStartIndex);
            string name = ReadText(ref reader, line, column);
            reader.Read();
            LocatedJson value = ReadValue(ref reader);
            if (names.Add(name))
            {
                members.Add(new LocatedMember(name, value, line, column));
            }
            else
            {
                _problems.Add(new ContractProblem(_path, line, column, $"'{name}' stands twice in one object", "Remove one of them"));
            }
        }

        return members;
    }

    private List<LocatedJson> ReadItems(ref Utf8JsonReader reader)
    {
        var items = new List<LocatedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return items;
    }

    private string ReadText(ref Utf8JsonReader reader, int line, int column)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            _problems.Add(new ContractProblem(_path, line, column, "the text holds half a surrogate pair, or bytes that are not UTF-8", "Correct the escape or save the file as UTF-8"));
            return "";
        }
    }

    private static string Reason(JsonException exception)
    {
        int end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? exception.Message : exception.Message[..end]).TrimEnd('.', ' ');
    }
}
