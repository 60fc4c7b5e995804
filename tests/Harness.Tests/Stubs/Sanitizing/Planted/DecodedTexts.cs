using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>Every text that is in an entry, however it is packed.</summary>
internal static class DecodedTexts
{
    private const int MaxDepth = 8;

    private static readonly Regex Runs = new("[A-Za-z0-9+/_-]{16,}={0,2}", RegexOptions.Compiled, TimeSpan.FromSeconds(5));

    public static List<string> Of(JsonNode? entry)
    {
        var texts = new List<string>();
        Walk(entry, texts, 0);
        return texts;
    }

    private static void Walk(JsonNode? node, List<string> texts, int depth)
    {
        switch (node)
        {
            case JsonObject owner:
                foreach ((string name, JsonNode? value) in owner)
                {
                    texts.Add(name);
                    Walk(value, texts, depth);
                }

                break;
            case JsonArray array:
                foreach (JsonNode? item in array)
                {
                    Walk(item, texts, depth);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Expand(value.GetValue<string>(), texts, depth);
                break;
        }
    }

    private static void Expand(string text, List<string> texts, int depth)
    {
        texts.Add(text);
        if (depth >= MaxDepth || text.Length < 4)
        {
            return;
        }

        foreach (string inner in new[] { Uri.UnescapeDataString(text), WebUtility.HtmlDecode(text), text.Replace("\\\\", "\\", StringComparison.Ordinal) }.Where(t => t != text))
        {
            Expand(inner, texts, depth + 1);
        }

        if (text.TrimStart() is ['{' or '[', ..])
        {
            Json(text, texts, depth);
        }

        foreach (string inner in Runs.Matches(text).Select(m => Unpack(m.Value)).OfType<string>())
        {
            Expand(inner, texts, depth + 1);
        }
    }

    private static void Json(string text, List<string> texts, int depth)
    {
        try
        {
            Walk(JsonNode.Parse(text), texts, depth + 1);
        }
        catch (JsonException)
        {
            texts.Add(text.Replace("\\\"", "\"", StringComparison.Ordinal));
        }
    }

    private static string? Unpack(string run)
    {
        try
        {
            byte[] bytes = Base64Url.DecodeFromChars(run.TrimEnd('=').Replace('+', '-').Replace('/', '_'));
            if (bytes.Length > 18 && bytes[0] == 0x1F && bytes[1] == 0x8B)
            {
                using var stream = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
                return stream.ReadToEnd();
            }

            string text = Encoding.UTF8.GetString(bytes);
            return text.Any(c => c < 9 || c == '\uFFFD') ? Encoding.Latin1.GetString(bytes) : text;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
