using FsCheck;
using FsCheck.Fluent;
using Harness.Mock.Recordings;

namespace Harness.Tests.Mock.Recordings;

internal sealed class DateShiftTests
{
    [TestCase("2026-01-31T23:59:59.1234567Z", 1, "2026-02-01T23:59:59.1234567Z")]
    [TestCase("2026-03-01", -1, "2026-02-28")]
    [TestCase("2024-02-28T00:00:00+02:00", 1, "2024-02-29T00:00:00+02:00")]
    [TestCase("/Date(1700000000000)/", 2, "/Date(1700172800000)/")]
    [TestCase("https://host.example/items?from=2026-01-01T00:00:00Z", 1, "https://host.example/items?from=2026-01-02T00:00:00Z")]
    public void A_date_moves_by_whole_days_and_keeps_its_form(string text, int days, string moved) => DateShift.Apply(text, days).Should().Be(moved);

    [TestCase("1.2026-01-01")]
    [TestCase("build-2026-01-01x")]
    [TestCase("2026-13-41")]
    [TestCase("0a1b2c3d-2026-01-01-aaaa-0123456789ab")]
    [TestCase("1234-56-78")]
    public void What_only_looks_like_a_date_stays(string text) => DateShift.Apply(text, 5).Should().Be(text);

    [Test]
    public void Shifting_back_undoes_shifting() =>
        Prop.ForAll(Gen.Choose(0, 9000).Two().ToArbitrary(), pair =>
        {
            string date = $"{new DateOnly(2015, 1, 1).AddDays(pair.Item1 / 3):yyyy-MM-dd}T10:00:00Z";
            int days = (pair.Item2 % 2000) - 1000;
            return DateShift.Apply(DateShift.Apply(date, days), -days) == date;
        }).QuickCheckThrowOnFailure();
}
