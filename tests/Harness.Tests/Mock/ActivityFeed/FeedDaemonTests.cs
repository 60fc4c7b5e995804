using System.Text.Json.Nodes;
using Harness.Mock.ActivityFeed;
using Harness.Mock.World;
using Harness.Tests.Identity;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.ActivityFeed;

internal sealed class FeedDaemonTests
{
    private const int Seed = 5;
    private const int HoursOfAWeek = 7 * 24;

    // A Wednesday, so that the week has nights and a weekend in the middle.
    private static readonly DateTimeOffset Begin = new(2026, 11, 4, 9, 20, 0, TimeSpan.Zero);

    [Test]
    public async Task A_daemon_that_polls_for_a_week_loses_no_record_and_reads_none_twice()
    {
        await using EntraServer entra = await EntraServer.Start(o => o with { Families = ["o365-management"], Clock = Begin, Seed = Seed, JournalCapacity = 10 });
        FeedClient feed = await FeedClient.SignIn(entra);
        DateTimeOffset polledUntil = await Now(entra);
        foreach (string type in FeedClient.Types.Where(t => t != "DLP.All"))
        {
            (await feed.Start(type)).Status.Should().Be(200);
        }

        DateTimeOffset from = polledUntil;
        var read = new List<string>();
        var listedByDay = new List<string>();
        for (int hour = 1; hour <= HoursOfAWeek; hour++)
        {
            await entra.Advance("PT1H");
            feed.Api.Token = await FeedClient.TokenFor(entra);
            DateTimeOffset now = await Now(entra);
            if (hour % 24 == 0)
            {
                listedByDay.AddRange(await IdsOf(feed, now.AddDays(-1), now));
            }

            // Now and then the daemon is down for hours, and catches up.
            if (hour % 11 is not (4 or 5 or 6) || hour == HoursOfAWeek)
            {
                read.AddRange(await Poll(feed, polledUntil, now));
                polledUntil = now;
            }
        }

        List<FeedBlob> made = MadeBetween(from, polledUntil);
        var log = Log();
        string[] all = [.. made.SelectMany(b => log.RecordsOf(b)).Select(r => r.Text("Id"))];
        read.Should().OnlyHaveUniqueItems();
        all.Except(read).Should().BeEmpty("nothing is lost");
        read.Except(all).Should().BeEmpty("nothing is read that was not made");
        read.Should().HaveCountGreaterThan(5000);
        listedByDay.Should().Contain(made.Where(b => b.Created >= from.AddMinutes(5) && b.Created < polledUntil.AddMinutes(-5)).Select(b => b.Id), "the daily lists, page by page, have what the hourly ones had");
    }

    private static async Task<List<string>> Poll(FeedClient feed, DateTimeOffset start, DateTimeOffset end)
    {
        var records = new List<string>();
        foreach (string type in FeedClient.Types)
        {
            foreach (JsonNode blob in await feed.Blobs(type, start, end))
            {
                records.AddRange(await feed.Records(blob));
            }
        }

        return records;
    }

    private static async Task<List<string>> IdsOf(FeedClient feed, DateTimeOffset start, DateTimeOffset end)
    {
        var ids = new List<string>();
        foreach (string type in FeedClient.Types)
        {
            ids.AddRange((await feed.Blobs(type, start, end)).Select(b => b.Text("contentId")));
        }

        return ids;
    }

    private static AuditLog Log() => new(new TenantWorld(Contoso.Tenant, Seed, new StandingClock(Begin)), Seed);

    private static List<FeedBlob> MadeBetween(DateTimeOffset start, DateTimeOffset end) => [.. FeedContentType.All.SelectMany(t => Log().Between(t, start, end))];

    // What a program's own clock shows: whole seconds.
    private static async Task<DateTimeOffset> Now(EntraServer entra)
    {
        var now = (DateTimeOffset)(await entra.Server.Control("clock"))["now"]!;
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }
}
