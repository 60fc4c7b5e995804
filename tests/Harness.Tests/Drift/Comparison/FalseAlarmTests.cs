using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Drift.Findings;

namespace Harness.Tests.Drift.Comparison;

internal sealed class FalseAlarmTests
{
    private const int Endpoints = 40;
    private const int Members = 12;
    private const int WarmUp = 14;
    private const int Nights = 30;

    [Test]
    public void Stationary_nights_with_optional_members_nulls_and_empty_lists_gate_nothing()
    {
        var random = new Random(20260501);
        int gated = 0;
        for (int endpoint = 0; endpoint < Endpoints; endpoint++)
        {
            double[] presence = [.. Enumerable.Range(0, Members).Select(i => i < 8 ? 1 : i < 10 ? 0.9 + (random.NextDouble() / 10) : random.NextDouble())];
            double[] nulls = [.. Enumerable.Range(0, Members).Select(_ => random.Next(4) == 0 ? random.NextDouble() : 0)];
            var target = new KnownNights();
            for (int night = 0; night < WarmUp + Nights; night++)
            {
                IReadOnlyList<Finding> findings = target.Tonight(Body(random, presence, nulls));
                gated += night < WarmUp ? 0 : findings.Count(f => f.Gates);
            }
        }

        gated.Should().Be(0);
    }

    private static string Body(Random random, double[] presence, double[] nulls)
    {
        int items = random.Next(5);
        return new JsonObject { ["value"] = new JsonArray([.. Enumerable.Range(0, items).Select(_ => Item(random, presence, nulls))]) }.ToJsonString();
    }

    private static JsonObject Item(Random random, double[] presence, double[] nulls)
    {
        var item = new JsonObject();
        for (int i = 0; i < presence.Length; i++)
        {
            if (random.NextDouble() < presence[i])
            {
                string name = "m" + ((char)('a' + i)).ToString();
                item[name] = random.NextDouble() < nulls[i] ? null : (i % 3) switch
                {
                    0 => random.Next(9),
                    1 => random.Next(1000).ToString("some text 0", CultureInfo.InvariantCulture),
                    _ => random.Next(2) == 0,
                };
            }
        }

        return item;
    }
}
