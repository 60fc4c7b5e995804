namespace Harness.Contracts.Caching;

/// <summary>Writes every text once; elsewhere its number stands. Number 0 is null.</summary>
internal sealed class StringTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public int NumberOf(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        if (!_numbers.TryGetValue(text, out int number))
        {
            _texts.Add(text);
            number = _texts.Count;
            _numbers.Add(text, number);
        }

        return number;
    }

    public void WriteTo(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_texts.Count);
        foreach (string text in _texts)
        {
            writer.Write(text);
        }
    }
}
