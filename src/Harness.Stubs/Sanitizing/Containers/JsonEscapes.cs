using System.Buffers.Text;
using System.Text;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Reads what stands in a JSON string, as UTF-8. The string was found to be well-formed before: a reader would make sure of it once more.</summary>
internal static class JsonEscapes
{
    private const int EscapeLength = 6;

    /// <summary>How many bytes were written; -1 if the string holds half a character.</summary>
    /// <param name="raw">Without the quotes.</param>
    /// <param name="utf8">At least as long.</param>
    public static int Undo(ReadOnlySpan<byte> raw, Span<byte> utf8)
    {
        int written = 0;
        while (true)
        {
            int plain = raw.IndexOf((byte)'\\') is var found && found < 0 ? raw.Length : found;
            raw[..plain].CopyTo(utf8[written..]);
            written += plain;
            raw = raw[plain..];
            if (raw.IsEmpty)
            {
                return written;
            }

            if (raw[1] != 'u')
            {
                utf8[written++] = Plain(raw[1]);
                raw = raw[2..];
                continue;
            }

            int length = ReadCharacter(raw, out Rune character);
            if (length == 0)
            {
                return -1;
            }

            written += character.EncodeToUtf8(utf8[written..]);
            raw = raw[length..];
        }
    }

    private static byte Plain(byte sign) => sign switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => sign,
    };

    // Two escapes make one character where it is none of the first 65,536.
    private static int ReadCharacter(ReadOnlySpan<byte> raw, out Rune character)
    {
        char first = Unit(raw);
        if (Rune.TryCreate(first, out character))
        {
            return EscapeLength;
        }

        bool isPair = raw.Length >= 2 * EscapeLength && raw[EscapeLength] == '\\' && raw[EscapeLength + 1] == 'u' && Rune.TryCreate(first, Unit(raw[EscapeLength..]), out character);
        return isPair ? 2 * EscapeLength : 0;
    }

    private static char Unit(ReadOnlySpan<byte> escape) => Utf8Parser.TryParse(escape[2..EscapeLength], out ushort unit, out _, 'x') ? (char)unit : '\0';
}
