using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Harness.Stubs.Requests;

/// <summary>Reads JSON for JSONPath, with texts as they stand: no dates are guessed.</summary>
internal static class JsonTokens
{
    public static JToken? Parse(string json)
    {
        using var text = new StringReader(json);
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None, MaxDepth = 128 };
        try
        {
            return JToken.ReadFrom(reader);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }
}
