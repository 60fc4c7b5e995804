using System.Text;

namespace Harness.Stubs.Json;

/// <summary>Turns byte offsets, asked for in rising order, into lines and columns.</summary>
internal sealed class JsonCursor(byte[] text)
{
    private int _line = 1;
    private int _lineStart;
    private int _seen;

    public (int Line, int Column) At(int offset)
    {
        for (; _seen < offset; _seen++)
        {
            if (text[_seen] == (byte)'\n')
            {
                _line++;
                _lineStart = _seen + 1;
            }
        }

        return (_line, 1 + Encoding.UTF8.GetCharCount(text, _lineStart, offset - _lineStart));
    }
}
