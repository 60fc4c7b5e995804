using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Tests.Stubs.Sanitizing;

internal sealed class JsonEscapesTests
{
    private static readonly Gen<string> Parts = Gen.Elements("a", "ü", "€", "\\n", "\\\"", "\\\\", "\\/", "\\t\\r\\b\\f", "\\u0022", "\\u00fc", "\\u20AC", "\\ud83d\\ude00", "😀", " ");

    [Test]
    public void What_is_read_is_what_a_reader_of_JSON_reads() => Prop.ForAll(
        Parts.ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        raw => Undo(raw) == JsonSerializer.Deserialize<string>($"\"{raw}\"")).QuickCheckThrowOnFailure();

    [TestCase("\\ud83d")]
    [TestCase("a\\ud83dbc")]
    [TestCase("\\ude00\\ud83d")]
    [TestCase("\\ud83d\\n1234")]
    public void Half_a_character_is_left_to_others(string raw) => Undo(raw).Should().BeNull();

    private static string? Undo(string raw)
    {
        byte[] given = Encoding.UTF8.GetBytes(raw), utf8 = new byte[given.Length];
        int length = JsonEscapes.Undo(given, utf8);
        return length < 0 ? null : Encoding.UTF8.GetString(utf8, 0, length);
    }
}
