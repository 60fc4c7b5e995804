using System.Buffers;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Takes the space between the tokens out of JSON.</summary>
internal static class JsonSpace
{
    private static readonly SearchValues<byte> SpaceOrQuote = SearchValues.Create(" \t\r\n\""u8);

    /// <param name="json">Known to be well-formed.</param>
    public static void Strip(ReadOnlySpan<byte> json, IBufferWriter<byte> dense)
    {
        while (!json.IsEmpty)
        {
            int stop = json.IndexOfAny(SpaceOrQuote);
            int end = stop < 0 ? json.Length : json[stop] == '"' ? stop + EndOfString(json[stop..]) : stop;
            dense.Write(json[..end]);
            json = json[(stop >= 0 && end == stop ? end + 1 : end)..];
        }
    }

    private static int EndOfString(ReadOnlySpan<byte> json)
    {
        int at = 1;
        while (json[at] != '"')
        {
            at += json[at] == '\\' ? 2 : 1;
        }

        return at + 1;
    }
}
