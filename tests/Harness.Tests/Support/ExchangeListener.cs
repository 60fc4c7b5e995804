using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Harness.Tests.Support;

/// <summary>A client of the exchange stream, with the runtime's own parser.</summary>
internal sealed class ExchangeListener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private ExchangeListener(HttpResponseMessage answer, Stream stream)
    {
        _answer = answer;
        _events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>Returns when the server has begun to listen.</summary>
    public static async Task<ExchangeListener> Open(RunningServer server, string query = "", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/__harness/exchanges/stream{query}");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        HttpResponseMessage answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        var listener = new ExchangeListener(answer, await answer.Content.ReadAsStreamAsync());
        (await listener.Next()).EventType.Should().Be("open");
        return listener;
    }

    public async Task<SseItem<string>> Next() =>
        await TryNext() ?? throw new AssertionException("The stream has ended.");

    /// <summary>Null when the stream has ended.</summary>
    public async Task<SseItem<string>?> TryNext() => await _events.MoveNextAsync().AsTask().WaitAsync(Patience) ? _events.Current : null;

    /// <summary>The next exchange as the journal would show it.</summary>
    public async Task<JsonNode> NextExchange()
    {
        SseItem<string> item = await Next();
        item.EventType.Should().Be("exchange", item.Data);
        JsonNode exchange = JsonNode.Parse(item.Data)!;
        ((string)exchange["id"]!).Should().Be(item.EventId);
        return exchange;
    }

    public async ValueTask DisposeAsync()
    {
        // First the connection: the parser would wait for the next event otherwise.
        _answer.Dispose();
        try
        {
            await _events.DisposeAsync();
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            // It was waiting for an event.
        }
    }
}
