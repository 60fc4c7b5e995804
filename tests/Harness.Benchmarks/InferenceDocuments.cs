using System.Globalization;
using System.Text;

namespace Harness.Benchmarks;

/// <summary>Documents that look like portals' answers.</summary>
internal static class InferenceDocuments
{
    /// <summary>5 items are about 2 KB, 500 about 210 KB.</summary>
    public static byte[] Devices(int count)
    {
        IEnumerable<string> items = Enumerable.Range(0, count).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"id":"5f0d1c52-0000-4000-8000-{{{i:000000000000}}}","displayName":"Device number {{{i}}} of the make-believe tenant","severity":"{{{(i % 3 == 0 ? "High" : "Low")}}}",
            "createdDateTime":"2026-05-0{{{(i % 9) + 1}}}T08:00:00Z","isManaged":{{{(i % 2 == 0 ? "true" : "false")}}},"score":{{{i}}}.5,"count":{{{i}}},"owner":null,
            "tags":["blue","green"],"address":{"street":"Some street {{{i}}}","city":"Nowhere","geo":{"latitude":47.6,"longitude":-122.3} } }
            """));
        return Encoding.UTF8.GetBytes($$"""{"@odata.context":"https://portal.example/$metadata#devices","value":[{{string.Join(',', items)}}]}""");
    }

    /// <summary>One object with so many names that they can only be data.</summary>
    public static byte[] Names(int count) =>
        Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"name{(char)('a' + (i % 26))}{i % 9}{i / 234}\":{{\"a\":{i}}}")))}}}");
}
