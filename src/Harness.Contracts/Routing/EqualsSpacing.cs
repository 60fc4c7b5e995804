namespace Harness.Contracts.Routing;

/// <summary>Takes away the spaces around <c>=</c>, so that <c>roles(roleid = x)</c> and <c>roles(roleid=x)</c> are one path.</summary>
/// <remarks>Observed: the Power Platform portal sends <c>roleid%20=%20</c> where the service accepts either.</remarks>
internal static class EqualsSpacing
{
    public static bool IsIn(ReadOnlySpan<char> text) => text.Contains(' ') && text.Contains('=');

    public static string Collapse(string text)
    {
        if (!IsIn(text))
        {
            return text;
        }

        char[] collapsed = new char[text.Length];
        return new string(collapsed, 0, Collapse(text, collapsed));
    }

    /// <summary>Writes at most as many characters as it reads, and says how many.</summary>
    public static int Collapse(ReadOnlySpan<char> text, Span<char> target)
    {
        int written = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ')
            {
                int end = i;
                while (end < text.Length && text[end] == ' ')
                {
                    end++;
                }

                if ((i > 0 && text[i - 1] == '=') || (end < text.Length && text[end] == '='))
                {
                    i = end - 1;
                    continue;
                }

                text[i..end].CopyTo(target[written..]);
                written += end - i;
                i = end - 1;
            }
            else
            {
                target[written++] = text[i];
            }
        }

        return written;
    }
}
