using System.Text;
using Harness.Stubs.Sanitizing;

namespace Harness.Tests.Stubs.Sanitizing;

internal sealed class ValueTableTests
{
    [Test]
    public void What_is_remembered_is_what_a_dictionary_would_remember()
    {
        var table = new ValueTable();
        var expected = new Dictionary<(string, int), string>();
        for (int i = 0; i < 20_000; i++)
        {
            (string value, int place) = ($"value {i * 7919 % 6000}", i % 3);
            string? found = Find(table, value, place);
            found.Should().Be(expected.GetValueOrDefault((value, place)));
            if (found is null)
            {
                expected[(value, place)] = i % 5 == 0 ? "" : $"clean {i}";
                table.Add(Bytes(value), place, ValueTable.HashOf(Bytes(value), place), Bytes(expected[(value, place)]));
            }
        }
    }

    [Test]
    public void More_values_than_it_holds_make_it_begin_anew_and_not_grow()
    {
        var table = new ValueTable();
        byte[] large = new byte[4 * 1024 * 1024];
        for (int i = 0; i < 20; i++)
        {
            string value = $"value {i}";
            table.Add(Bytes(value), 0, ValueTable.HashOf(Bytes(value), 0), large);
        }

        Find(table, "value 0", 0).Should().BeNull();
        Find(table, "value 19", 0).Should().HaveLength(large.Length);
    }

    private static string? Find(ValueTable table, string value, int place) =>
        table.Find(Bytes(value), place, ValueTable.HashOf(Bytes(value), place), out ReadOnlySpan<byte> clean) ? Encoding.UTF8.GetString(clean) : null;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
