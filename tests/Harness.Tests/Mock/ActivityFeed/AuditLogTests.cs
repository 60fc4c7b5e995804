using FsCheck;
using FsCheck.Fluent;
using Harness.Mock.ActivityFeed;
using Harness.Mock.World;
using Harness.Tests.Identity;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.ActivityFeed;

internal sealed class AuditLogTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 4, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void However_a_day_is_cut_its_parts_have_the_same_blobs_as_the_whole()
    {
        AuditLog log = Log(1);
        string[] whole = [.. Ids(log, Start, Start.AddDays(1))];

        Prop.ForAll(Gen.Choose(1, 86_399_999).ListOf().ToArbitrary(), cuts =>
        {
            DateTimeOffset[] at = [Start, .. cuts.Order().Select(c => Start.AddMilliseconds(c)), Start.AddDays(1)];
            return at.Zip(at.Skip(1)).SelectMany(part => Ids(log, part.First, part.Second)).SequenceEqual(whole);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void A_record_belongs_to_one_blob_and_a_blob_is_found_by_its_name_alone()
    {
        AuditLog log = Log(1);
        FeedBlob[] blobs = [.. FeedContentType.All.SelectMany(t => log.Between(t, Start, Start.AddDays(3)))];

        blobs.SelectMany(b => log.RecordsOf(b)).Select(r => r.Text("Id")).Should().OnlyHaveUniqueItems();
        foreach (FeedBlob blob in blobs)
        {
            ContentIds.TryRead(blob.Id, out FeedContentType type, out long slot).Should().BeTrue(blob.Id);
            log.Find(type, slot, blob.Id).Should().Be(blob);
        }
    }

    [Test]
    public void Some_records_arrive_hours_after_they_happened()
    {
        AuditLog log = Log(1);

        log.Between(FeedContentType.All[1], Start, Start.AddDays(7)).Should().Contain(b => b.Created - DateTimeOffset.FromUnixTimeSeconds(b.Slot * 600) > TimeSpan.FromHours(2));
    }

    [Test]
    public void The_same_seed_tells_the_same_story_and_another_one_another()
    {
        Ids(Log(1), Start, Start.AddDays(1)).Should().Equal(Ids(Log(1), Start, Start.AddDays(1)));
        Ids(Log(1), Start, Start.AddDays(1)).Should().NotIntersectWith(Ids(Log(2), Start, Start.AddDays(1)));
    }

    [TestCase("2026-11-04")]
    [TestCase("2026-11-04T00:00")]
    [TestCase("2026-11-04T00:00:00")]
    [TestCase("2026-11-04T00:00:00Z")]
    [TestCase("2026-11-04T00:00:00.0000000")]
    public void A_moment_can_be_written_in_the_documented_ways_and_those_of_collectors(string text) => FeedWindow.Moment(text).Should().Be(Start);

    [TestCase("yesterday")]
    [TestCase("2026-11-04T00:00:00+02:00")]
    [TestCase("04.11.2026")]
    [TestCase("1762214400")]
    public void Another_way_is_none(string text) => FeedWindow.Moment(text).Should().BeNull();

    private static AuditLog Log(int seed) => new(new TenantWorld(Contoso.Tenant, seed, new StandingClock(Start)), seed);

    private static IEnumerable<string> Ids(AuditLog log, DateTimeOffset start, DateTimeOffset end) => log.Between(FeedContentType.All[2], start, end).Select(b => b.Id);
}
