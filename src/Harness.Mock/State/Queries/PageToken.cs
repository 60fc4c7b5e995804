using System.Globalization;
using System.Text;

namespace Harness.Mock.State.Queries;

/// <summary>Says where the next page begins; opaque, as the portals' own.</summary>
internal static class PageToken
{
    private const string Mark = "from:";

    public static string For(int skip) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark}{skip:D7}")));

    /// <summary>Zero for what no list gave out: portals send "undefined" for an absent cursor.</summary>
    public static int Read(string token)
    {
        Span<byte> bytes = stackalloc byte[64];
        return token.Length <= 64 && Convert.TryFromBase64String(token, bytes, out int length)
            && Encoding.ASCII.GetString(bytes[..length]) is var text && text.StartsWith(Mark, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int skip) ? skip : 0;
    }
}
