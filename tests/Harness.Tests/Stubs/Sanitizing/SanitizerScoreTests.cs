using System.Globalization;
using System.Security.Cryptography;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>The figures that sanitizing stands or falls with, all at once, on recordings that are new to it in every run.</summary>
internal sealed class SanitizerScoreTests
{
    private const string Variable = "HARNESS_SEED";

    private static readonly int Run = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : RandomNumberGenerator.GetInt32(1_000_000);

    [Test]
    public void Nothing_leaks_little_is_lost_links_hold_and_bodies_parse([Range(1, 20)] int number)
    {
        PlantedHar planted = HarPlanter.Build(Run + (number * 1_000_003));

        Score score = Scorer.Score(planted, SanitizedHar.Of(planted));

        string again = string.Create(CultureInfo.InvariantCulture, $"{Variable}={Run} repeats this");
        planted.Plants.Should().HaveCountGreaterThan(1500);
        score.Links.Should().BeGreaterThan(40);
        score.Leaks.Select(l => l.ToString()).Should().BeEmpty(again);
        score.BrokenLinks.Should().BeEmpty(again);
        score.BrokenBodies.Should().BeEmpty(again);
        score.OverRedaction.Should().BeLessThanOrEqualTo(1, because: $"{again}\n{string.Join('\n', score.Lost)}");
        score.WorstClass.Should().BeLessThanOrEqualTo(5, because: $"{again}\n{string.Join('\n', score.Lost)}");
    }
}
