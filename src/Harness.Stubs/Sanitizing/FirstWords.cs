namespace Harness.Stubs.Sanitizing;

/// <summary>Finds where in a text a learned literal may begin: a literal is a word of its own, so its first word is one of the text's.</summary>
internal sealed class FirstWords
{
    private const int MostBits = 63;

    private readonly Dictionary<string, int[]> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<char, int[]> _bySign = [];

    // For each first letter the lengths of the words that are known: most words are passed by without a look-up.
    private readonly ulong[] _lengthsOfWords = new ulong[128];

    public void Add(string literal)
    {
        int end = EndOfWord(literal, 0);
        if (end == 0)
        {
            char sign = char.ToUpperInvariant(literal[0]);
            _bySign[sign] = With(_bySign.GetValueOrDefault(sign, []), literal.Length);
            return;
        }

        string word = literal[..end];
        _byWord[word] = With(_byWord.GetValueOrDefault(word, []), literal.Length);
        if (char.IsAscii(word[0]))
        {
            _lengthsOfWords[word[0] | 0x20] |= 1UL << Math.Min(end, MostBits);
        }
    }

    /// <summary>The lengths, longest first, of the literals that may begin here, null if there are none; and where to look next if none does.</summary>
    public (int Next, int[]? Lengths) At(string text, int at)
    {
        int end = EndOfWord(text, at);
        if (end == at)
        {
            return (at + 1, _bySign.Count == 0 ? null : _bySign.GetValueOrDefault(char.ToUpperInvariant(text[at])));
        }

        ReadOnlySpan<char> word = text.AsSpan(at, end - at);
        return (end, MayBeKnown(word) && _byWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int[]? lengths) ? lengths : null);
    }

    private bool MayBeKnown(ReadOnlySpan<char> word) => !char.IsAscii(word[0]) || (_lengthsOfWords[word[0] | 0x20] & (1UL << Math.Min(word.Length, MostBits))) != 0;

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int[] With(int[] lengths, int length) => lengths.Contains(length) ? lengths : [.. lengths.Append(length).OrderDescending()];
}
