using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Harness.Drift.Baselines;
using Harness.Drift.Inference;
using Harness.Tests.Drift.Comparison;
using Harness.Tests.Drift.Inference;

namespace Harness.Tests.Drift.Baselines;

internal sealed class EndpointBaselineTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 2, 0, 0, TimeSpan.Zero);

    [Test]
    public void Merging_a_part_twice_changes_nothing_and_no_order_matters() =>
        Prop.ForAll(JsonDocuments.Several, JsonDocuments.Several, (a, b) =>
        {
            EndpointBaseline left = Of(a, 0);
            EndpointBaseline right = Of(b, 3);
            string both = Text(EndpointBaseline.Merge(left, right));
            return both == Text(EndpointBaseline.Merge(right, left))
                && both == Text(EndpointBaseline.Merge(EndpointBaseline.Merge(left, right), left))
                && Text(EndpointBaseline.Merge(left, left)) == Text(left);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_baseline_reads_back_as_it_was_written() =>
        Prop.ForAll(JsonDocuments.Several, a =>
        {
            string written = Text(Of(a, 0));
            using JsonDocument json = JsonDocument.Parse(written);
            return Text(BaselineJson.Read(json.RootElement)) == written;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Only_the_last_thirty_runs_are_kept()
    {
        var target = new KnownNights();
        target.Nights(40, """{"a":1}""");

        EndpointBaseline endpoint = target.Baseline.Endpoints.Values.Single();

        endpoint.Runs.Should().HaveCount(EndpointBaseline.MostRuns);
        endpoint.Runs[^1].RunId.Should().Be("run-0040");
    }

    [Test]
    public void A_quiet_night_changes_few_lines_of_the_file()
    {
        var target = new KnownNights();
        string body = $"[{string.Join(',', Enumerable.Repeat("""{"a":1,"b":{"c":"x y","d":[1,2,3],"e":null},"f":true}""", 5))}]";
        target.Nights(10, body);
        string[] before = Text(target.Baseline.Endpoints.Values.Single()).Split('\n');
        target.Nights(1, body);
        string[] after = Text(target.Baseline.Endpoints.Values.Single()).Split('\n');

        after.Except(before, StringComparer.Ordinal).Should().HaveCountLessThan(12);
    }

    [TestCase("{}")]
    [TestCase("""{"runs":[1]}""")]
    [TestCase("[]")]
    public void A_file_that_is_no_baseline_says_so(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);

        FluentActions.Invoking(() => BaselineJson.Read(json.RootElement)).Should().Throw<JsonException>();
    }

    private static EndpointBaseline Of(string[] bodies, int first) => bodies.Select((body, i) => (body, i)).Aggregate(
        new EndpointBaseline { Key = new EndpointKey("f", "GET", "/p") },
        (known, next) => known.With(
            new EndpointRun { RunId = $"run-{first + next.i}", At = Start.AddDays(first + next.i), Body = ShapeReader.Read(Encoding.UTF8.GetBytes(next.body)) },
            [KeyValuePair.Create($"key-{next.i % 2}", new ObjectMemory($"run-{first + next.i}", Start.AddDays(first + next.i), ShapeReader.Read(Encoding.UTF8.GetBytes(next.body))))]));

    private static string Text(EndpointBaseline endpoint) => Encoding.UTF8.GetString(BaselineJson.Write(endpoint));
}
