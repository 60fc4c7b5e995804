using System.Text;

namespace Harness.Contracts.Caching;

/// <summary>Reads a cache file's payload. Whatever does not fit is an <see cref="InvalidDataException"/>.</summary>
internal sealed class CacheCursor(byte[] data, int start)
{
    private int _position = start;
    private string[] _strings = [];

    public bool AtEnd => _position == data.Length;

    public int Int()
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte next = Byte();
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)value;
            }
        }

        throw new InvalidDataException("A number does not end.");
    }

    public byte Byte() => _position < data.Length ? data[_position++] : throw new InvalidDataException("The file ends too early.");

    public bool Bool() => Byte() != 0;

    public string? Text()
    {
        int number = Int();
        return number == 0 ? null : (uint)number <= (uint)_strings.Length ? _strings[number - 1] : throw new InvalidDataException("No such text.");
    }

    public string RequiredText() => Text() ?? throw new InvalidDataException("A text is missing.");

    public T[] List<T>(Func<T> read)
    {
        int count = Count();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = read();
        }

        return items;
    }

    /// <summary>A count of things that take at least a byte each.</summary>
    public int Count()
    {
        int count = Int();
        return count >= 0 && count <= data.Length - _position ? count : throw new InvalidDataException("A list is longer than the file.");
    }

    public void ReadStrings() => _strings = List(() =>
    {
        int length = Count();
        string text = Encoding.UTF8.GetString(data, _position, length);
        _position += length;
        return text;
    });

    public static T At<T>(T[] items, int number) =>
        (uint)number < (uint)items.Length ? items[number] : throw new InvalidDataException("A number points outside its table.");
}
