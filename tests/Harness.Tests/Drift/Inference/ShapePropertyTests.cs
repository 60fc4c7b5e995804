using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Harness.Drift.Inference;
using DocumentShape = Harness.Drift.Inference.Shape;

namespace Harness.Tests.Drift.Inference;

internal sealed class ShapePropertyTests
{
    [Test]
    public void Merging_does_not_depend_on_the_grouping() =>
        Prop.ForAll(JsonDocuments.Arbitrary, JsonDocuments.Arbitrary, JsonDocuments.Arbitrary, (a, b, c) =>
            Text(DocumentShape.Merge(DocumentShape.Merge(Read(a), Read(b)), Read(c))) == Text(DocumentShape.Merge(Read(a), DocumentShape.Merge(Read(b), Read(c)))))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Merging_does_not_depend_on_the_order() =>
        Prop.ForAll(JsonDocuments.Arbitrary, JsonDocuments.Arbitrary, (a, b) =>
            Text(DocumentShape.Merge(Read(a), Read(b))) == Text(DocumentShape.Merge(Read(b), Read(a)))).QuickCheckThrowOnFailure();

    [Test]
    public void Nothing_merged_with_a_shape_is_that_shape() =>
        Prop.ForAll(JsonDocuments.Arbitrary, a => Text(DocumentShape.Merge(Read(a), DocumentShape.Empty)) == Text(Read(a))).QuickCheckThrowOnFailure();

    [Test]
    public void Merging_leaves_both_shapes_as_they_were() =>
        Prop.ForAll(JsonDocuments.Arbitrary, JsonDocuments.Arbitrary, (a, b) =>
        {
            DocumentShape left = Read(a);
            DocumentShape.Merge(left, Read(b));
            return Text(left) == Text(Read(a));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Every_value_is_counted_once_as_some_kind() =>
        Prop.ForAll(JsonDocuments.Arbitrary, a =>
        {
            using JsonDocument document = JsonDocument.Parse(a);
            return Values(Read(a).Root) == Values(document.RootElement);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void What_is_written_of_several_runs_reads_back_and_is_written_the_same_again() =>
        Prop.ForAll(JsonDocuments.Several, documents =>
        {
            DocumentShape?[] runs = [.. documents.Select(d => d.Length % 5 == 0 ? null : Read(d))];
            string written = Write(runs);
            using JsonDocument json = JsonDocument.Parse(written);
            IReadOnlyList<DocumentShape?> read = ShapeJson.ReadMany(json.RootElement, runs.Length);
            return Write(read) == written
                && read.Zip(runs).All(p => p.First?.Documents == p.Second?.Documents && Tallies(p.First) == Tallies(p.Second));
        }).QuickCheckThrowOnFailure();

    private static DocumentShape Read(string json) => ShapeReader.Read(Encoding.UTF8.GetBytes(json));

    private static string Text(DocumentShape shape) => ShapeText.Of(shape);

    // Words that too few objects share are not written, so only the counts must come back whole.
    private static string Tallies(DocumentShape? shape) => shape is null ? "" : Text(shape).Split('\n').Aggregate("", (all, line) => all + line.Split('|')[0] + "\n");

    private static string Write(IReadOnlyList<DocumentShape?> runs)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ShapeJson.WriteMany(writer, runs);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static long Values(ShapeNode node) =>
        node.Occurrences + node.Members.Sum(m => Values(m.Node)) + (node.Items is { } items ? Values(items) : 0) + (node.MapValues is { } map ? Values(map) : 0);

    private static long Values(JsonElement element) => 1 + element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Sum(Values),
        JsonValueKind.Object => element.EnumerateObject().Sum(p => Values(p.Value)),
        _ => 0,
    };
}
