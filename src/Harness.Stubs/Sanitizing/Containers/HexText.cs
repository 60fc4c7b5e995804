using System.Text;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Text that came as hexadecimal bytes.</summary>
internal static class HexText
{
    private const int Shortest = 40;

    public static string? Rewrite(string text, in Field field, Scrubber scrubber)
    {
        if (text.Length < Shortest || text.Length % 2 != 0 || text.Any(c => !char.IsAsciiHexDigit(c)))
        {
            return null;
        }

        byte[] bytes = Convert.FromHexString(text);
        return PackedBytes.PlainText(bytes) is { } plain ? Convert.ToHexStringLower(Encoding.UTF8.GetBytes(scrubber.Text(plain, field))) : null;
    }
}
