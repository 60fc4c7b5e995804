using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Harness.Mock.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Harness.Mock.Control;

/// <summary><c>GET exchanges/stream</c>: exchanges as they happen, as Server-Sent Events. A client that lost its connection names the last one it saw.</summary>
/// <remarks>Events: <c>open</c> when listening has begun, <c>exchange</c>, and <c>lost</c> with the number of those that a slow client was not sent.</remarks>
internal sealed class ExchangeStreamEndpoint(MockPortals portals)
{
    public async Task Get(HttpContext http)
    {
        ExchangeFilter filter = ExchangeFilter.Read(http.Request.Query);
        using JournalListener listener = portals.Journal.Feed.Listen() ?? throw new ControlRequestException(
            503, "too-many-listeners", "Nobody more can listen", $"{JournalFeed.MostListeners} clients listen to the exchanges already; close one.");
        IReadOnlyList<JournalEntry> missed = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? portals.Journal.After(last) : [];

        // A stream that nobody ends would hold the server up as it stops.
        CancellationToken stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await TypedResults.ServerSentEvents(Events(listener, missed, filter, ended.Token)).ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client hung up in the middle of an event: that is how such a stream ends.
        }
    }

    private async IAsyncEnumerable<SseItem<string>> Events(
        JournalListener listener, IReadOnlyList<JournalEntry> missed, ExchangeFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ended)
    {
        yield return new SseItem<string>(new JsonObject { ["now"] = portals.Clock.GetUtcNow(), ["missed"] = missed.Count(filter.Lets) }.ToJsonString(), "open");
        foreach (JournalEntry entry in missed.Where(filter.Lets))
        {
            yield return Show(entry);
        }

        // Listening began before the journal was read, so the queue begins with what the journal gave already.
        HashSet<JournalEntry> seen = [.. missed];
        while (await listener.Wait(ended))
        {
            while (listener.TryTake(out JournalEntry? entry))
            {
                if (!seen.Remove(entry) && filter.Lets(entry))
                {
                    yield return Show(entry);
                }

                if (listener.TakeLost() is > 0 and int lost)
                {
                    yield return new SseItem<string>(new JsonObject { ["lost"] = lost }.ToJsonString(), "lost");
                }
            }
        }
    }

    private SseItem<string> Show(JournalEntry entry) => new(portals.JournalView.Show(entry).ToJsonString(), "exchange") { EventId = entry.Id };
}
