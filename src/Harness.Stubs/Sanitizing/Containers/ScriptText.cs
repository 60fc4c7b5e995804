using System.Text.Json;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans a program's text: the JSON that a page hands to its script, then names and values, then shapes.</summary>
internal static class ScriptText
{
    // Longer than this it is a bundle that every visitor gets, and no page's own data.
    private const int LongestPageScript = 512 * 1024;

    public static string Rewrite(string script, Scrubber scrubber)
    {
        if (script.Length > LongestPageScript)
        {
            return scrubber.Shapes(script, new Field(FieldPlace.Script, ""));
        }

        int start = script.IndexOf('{', StringComparison.Ordinal), end = script.LastIndexOf('}');
        if (start >= 0 && end > start && TryJson(script[start..(end + 1)], scrubber) is { } json)
        {
            return Plain(script[..start], scrubber) + json + Plain(script[(end + 1)..], scrubber);
        }

        return Plain(JsonFragment.Rewrite(script, scrubber), scrubber);
    }

    private static string Plain(string script, Scrubber scrubber) => script.Length < 8 ? script : scrubber.Shapes(script, new Field(FieldPlace.Script, ""));

    private static string? TryJson(string text, Scrubber scrubber)
    {
        try
        {
            return JsonRewriter.Rewrite(text, scrubber).Replace("</", "<\\/", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
