using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>The figures that sanitizing stands or falls with, all at once, on recordings that are new to it.</summary>
internal sealed class SanitizerScoreTests
{
    [Test]
    public void Nothing_leaks_little_is_lost_links_hold_and_bodies_parse([Range(1, 20)] int seed)
    {
        PlantedHar planted = HarPlanter.Build(seed * 7919);

        Score score = Scorer.Score(planted, SanitizedHar.Of(planted));

        planted.Plants.Should().HaveCountGreaterThan(1500);
        score.Links.Should().BeGreaterThan(40);
        score.Leaks.Should().BeEmpty();
        score.BrokenLinks.Should().BeEmpty();
        score.BrokenBodies.Should().BeEmpty();
        score.OverRedaction.Should().BeLessThanOrEqualTo(1, because: string.Join('\n', score.Lost));
        score.WorstClass.Should().BeLessThanOrEqualTo(5, because: string.Join('\n', score.Lost));
    }
}
