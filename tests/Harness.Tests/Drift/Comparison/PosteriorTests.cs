using Harness.Drift.Comparison;

namespace Harness.Tests.Drift.Comparison;

internal sealed class PosteriorTests
{
    [TestCase(5, 5, 3, .0056)]
    [TestCase(10, 10, 1, .045)]
    [TestCase(10, 10, 2, .0057)]
    [TestCase(10, 10, 3, .0011)]
    [TestCase(14, 14, 3, .00046)]
    [TestCase(30, 30, 1, .016)]
    [TestCase(30, 30, 2, .00076)]
    [TestCase(60, 60, 2, .0002)]
    [TestCase(25, 50, 3, .13)]
    public void The_chance_of_an_absence_is_the_published_one(int seen, int runs, int absences, double chance) =>
        Posterior.OfAbsence(seen, runs, absences).Should().BeApproximately(chance, chance * 0.12);

    [Test]
    public void More_absences_are_never_more_likely()
    {
        for (int absences = 1; absences < 30; absences++)
        {
            Posterior.OfAbsence(20, 30, absences + 1).Should().BeLessThan(Posterior.OfAbsence(20, 30, absences));
        }
    }

    [Test]
    public void A_streak_begins_after_the_last_run_that_held_and_skips_runs_that_could_not_tell()
    {
        Streak? streak = Streak.Of([true, false, true, null, true, false, null, false], tonight: false);

        streak.Should().Be(new Streak(3, 4, 3, false));
        Streak.Of([true, true], tonight: true).Should().BeNull();
        Streak.Of([true, true], tonight: null).Should().BeNull();
        Streak.Of([false, false], tonight: false).Should().BeNull();
    }
}
