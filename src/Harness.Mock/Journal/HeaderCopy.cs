using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Harness.Mock.Journal;

/// <summary>Copies a call's headers for the journal, without the credentials: what is not kept cannot leak, and tokens are most of a call's bytes.</summary>
internal static class HeaderCopy
{
    private const string Masked = "***";

    // The server reuses its header dictionary for the connection's next request; the strings in it live on.
    public static KeyValuePair<string, StringValues>[] Of(IHeaderDictionary headers)
    {
        var copy = new KeyValuePair<string, StringValues>[headers.Count];
        headers.CopyTo(copy, 0);
        for (int i = 0; i < copy.Length; i++)
        {
            string name = copy[i].Key;
            if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            {
                copy[i] = new(name, Scheme(copy[i].Value.ToString()));
            }
            else if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            {
                copy[i] = new(name, CookieNames(copy[i].Value.ToString()));
            }
        }

        return copy;
    }

    private static string Scheme(string value)
    {
        if (value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return "Bearer " + Masked;
        }

        int space = value.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 ? string.Concat(value.AsSpan(0, space + 1), Masked) : Masked;
    }

    private static string CookieNames(string line)
    {
        Span<char> room = stackalloc char[256];
        var names = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, room);
        foreach (Range pair in line.AsSpan().Split(';'))
        {
            ReadOnlySpan<char> text = line.AsSpan(pair).Trim();
            int equals = text.IndexOf('=');
            if (pair.Start.Value > 0)
            {
                names.AppendLiteral("; ");
            }

            names.AppendFormatted(equals < 0 ? text : text[..equals]);
            names.AppendLiteral("=" + Masked);
        }

        return names.ToStringAndClear();
    }
}
