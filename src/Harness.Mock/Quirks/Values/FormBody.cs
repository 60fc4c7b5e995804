using System.Text;

namespace Harness.Mock.Quirks.Values;

/// <summary>Reads one field of a form body. The nameless one counts: a portal posts <c>=https://management.azure.com/</c>.</summary>
internal static class FormBody
{
    public static string? Find(ReadOnlySpan<byte> body, string name)
    {
        foreach (string pair in Encoding.UTF8.GetString(body).Split('&'))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0 && string.Equals(Decode(pair[..equals]), name, StringComparison.OrdinalIgnoreCase))
            {
                return Decode(pair[(equals + 1)..]);
            }
        }

        return null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' ')).Trim();
}
