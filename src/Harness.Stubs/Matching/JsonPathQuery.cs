using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Harness.Stubs.Matching;

/// <summary>Runs JSONPath, within bounds.</summary>
internal static class JsonPathQuery
{
    private const int LongestPath = 1000;

    // Each recursive descent multiplies the work by the size of the document.
    private const int MostDescents = 4;

    private static readonly JsonSelectSettings Settings = new() { RegexMatchTimeout = TimeSpan.FromMilliseconds(250) };

    /// <summary>Null when the path is sound; else what is wrong with it.</summary>
    public static string? Check(string path)
    {
        if (path.Length > LongestPath)
        {
            return $"it is longer than {LongestPath} characters";
        }

        if (path.Split("..").Length - 1 > MostDescents)
        {
            return $"it descends with '..' more than {MostDescents} times";
        }

        try
        {
            _ = new JObject().SelectTokens(path, Settings).Count();
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    /// <summary>What the path finds: texts as they are, everything else as JSON.</summary>
    public static IEnumerable<string> Select(JToken document, string path)
    {
        try
        {
            List<JToken> found = [.. document.SelectTokens(path, Settings)];
            return (found.Count > 0 ? found : [.. InArrays(document, path)]).Select(Show);
        }
        catch (Exception exception) when (exception is JsonException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return [];
        }
    }

    // A filter sees only elements of arrays; people write it for a lone object too ($.thing[?(@.name == 'x')]), and WireMock.Net lets them.
    private static IEnumerable<JToken> InArrays(JToken document, string path) => document is JObject { Count: 1 } lone && lone.Properties().First() is { Value: not JArray } member
        ? new JObject(new JProperty(member.Name, new JArray(member.Value.DeepClone()))).SelectTokens(path, Settings)
        : [];

    private static string Show(JToken token) => token switch
    {
        JValue { Type: JTokenType.String } text => (string)text!,
        JValue { Type: JTokenType.Null } => "",
        _ => token.ToString(Formatting.None),
    };
}
