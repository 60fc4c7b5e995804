using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary>The JSON object that a control call carries. Asking for a member of the wrong type, or sending an unknown one, is a clear error.</summary>
internal sealed class ControlBody
{
    private const int MostBytes = 1024 * 1024;

    private readonly JsonObject _members;

    private ControlBody(JsonObject members) => _members = members;

    public static async Task<ControlBody> Read(HttpContext http, params string[] known)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MostBytes)
            {
                throw new ControlRequestException(413, "too-large", "The request body is too large", $"Send at most {MostBytes} bytes.");
            }
        }

        return Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), known);
    }

    public string? Text(string name) => _members[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw ControlRequestException.Bad($"'{name}' must be a string."),
    };

    public string RequiredText(string name) => Text(name) ?? throw ControlRequestException.Bad($"'{name}' is missing; it must be a string.");

    /// <summary>An ISO 8601 duration such as <c>PT30M</c>.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw ControlRequestException.Bad($"'{name}' is '{text}'; write an ISO 8601 duration such as PT30M or P1D.");
        }
    }

    public int? Integer(string name, int least, int most) => _members[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out int number) && number >= least && number <= most => number,
        _ => throw ControlRequestException.Bad($"'{name}' must be a whole number from {least} to {most}."),
    };

    /// <summary>A number from 0 to 1.</summary>
    public double? Share(string name) => _members[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out double number) && number is >= 0 and <= 1 => number,
        _ => throw ControlRequestException.Bad($"'{name}' must be a number from 0 to 1."),
    };

    public IReadOnlyList<string> Texts(string name) => _members[name] switch
    {
        null => [],
        JsonArray array when array.All(e => e?.GetValueKind() == JsonValueKind.String) => [.. array.Select(e => e!.GetValue<string>())],
        _ => throw ControlRequestException.Bad($"'{name}' must be an array of strings."),
    };

    public ControlBody? Member(string name, params string[] known) => _members[name] switch
    {
        null => null,
        JsonObject member => Check(member, known),
        _ => throw ControlRequestException.Bad($"'{name}' must be an object."),
    };

    private static ControlBody Parse(ReadOnlySpan<byte> json, string[] known)
    {
        if (json.IsEmpty)
        {
            return new ControlBody([]);
        }

        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 16 }) is JsonObject members
                ? Check(members, known)
                : throw ControlRequestException.Bad("The body must be a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw ControlRequestException.Bad($"The body is not JSON: {exception.Message}");
        }
    }

    private static ControlBody Check(JsonObject members, string[] known)
    {
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            if (!known.Contains(member.Key, StringComparer.Ordinal))
            {
                throw ControlRequestException.Bad($"'{member.Key}' is not known here; known are {string.Join(", ", known)}.");
            }
        }

        return new ControlBody(members);
    }
}
