using System.Buffers.Text;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Bytes that came as base64, in the plain or the URL alphabet, with or without padding; goes back the way it came.</summary>
internal sealed record Base64Text(byte[] Bytes, bool IsUrl, bool IsPadded)
{
    public static Base64Text? Decode(string text)
    {
        ReadOnlySpan<char> bare = text.AsSpan().TrimEnd('=');
        int padding = text.Length - bare.Length;
        if (padding > 2 || bare.Length % 4 == 1 || (padding > 0 && text.Length % 4 != 0) || bare.ContainsAnyExcept(CharSets.Base64))
        {
            return null;
        }

        bool isUrl = bare.ContainsAny('-', '_');
        if (isUrl && bare.ContainsAny('+', '/'))
        {
            return null;
        }

        try
        {
            byte[] bytes = isUrl || padding == 0
                ? Base64Url.DecodeFromChars(bare.ToString().Replace('+', '-').Replace('/', '_'))
                : Convert.FromBase64String(text);
            return new Base64Text(bytes, isUrl, padding > 0 || bare.Length % 4 == 0);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public string Encode(byte[] bytes)
    {
        string text = IsUrl ? Base64Url.EncodeToString(bytes) : Convert.ToBase64String(bytes);
        return IsUrl || IsPadded ? text : text.TrimEnd('=');
    }
}
