using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Stubs.Har;
using Microsoft.Playwright;

namespace Harness.Cli.Recordings;

/// <summary>Notes what a browser fetches from a portal's hosts, in memory alone: unsanitized traffic never reaches a disk.</summary>
/// <param name="isWanted">Asked with the method and the portal's own address.</param>
internal sealed class TrafficLog(PortalAddress address, Func<string, Uri, bool> isWanted, TimeProvider clock)
{
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal) { "xhr", "fetch", "document" };

    private readonly ConcurrentQueue<Task> _reading = new();
    private int _lost;

    public HarInMemory Har { get; } = new("the capture");

    /// <summary>Answers whose page went away before they could be read.</summary>
    public int Lost => _lost;

    public void Listen(IBrowserContext context) => context.Response += (_, response) => Note(response);

    /// <summary>Waits until the bodies that are still coming are there.</summary>
    public Task Complete() => Task.WhenAll(_reading);

    private void Note(IResponse response)
    {
        if (IsData(response) && Uri.TryCreate(address.Real(response.Url), UriKind.Absolute, out Uri? url) && isWanted(response.Request.Method, url))
        {
            _reading.Enqueue(Read(response, clock.GetUtcNow()));
        }
    }

    // A person who opens an address of the API itself records as well; pages are of no use.
    private static bool IsData(IResponse response) =>
        Data.Contains(response.Request.ResourceType) && !(response.Headers.TryGetValue("content-type", out string? type) && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase));

    private async Task Read(IResponse response, DateTimeOffset at)
    {
        try
        {
            byte[] body = response.Status is >= 200 and < 300 ? await response.BodyAsync() : [];
            Dictionary<string, string> sent = await response.Request.AllHeadersAsync();
            Dictionary<string, string> received = await response.AllHeadersAsync();
            Har.Add(Entry(response, sent, received, body, at));
        }
        catch (PlaywrightException)
        {
            // There is nothing whole to keep.
            Interlocked.Increment(ref _lost);
        }
    }

    private JsonObject Entry(IResponse response, Dictionary<string, string> sent, Dictionary<string, string> received, byte[] body, DateTimeOffset at) => new()
    {
        ["startedDateTime"] = at.ToString("O", CultureInfo.InvariantCulture),
        ["_resourceType"] = response.Request.ResourceType,
        ["request"] = new JsonObject
        {
            ["method"] = response.Request.Method,
            ["url"] = address.Real(response.Request.Url),
            ["httpVersion"] = "HTTP/1.1",
            ["headers"] = Fields(sent),
        },
        ["response"] = new JsonObject
        {
            ["status"] = response.Status,
            ["statusText"] = response.StatusText,
            ["httpVersion"] = "HTTP/1.1",
            ["headers"] = Fields(received),
            ["redirectURL"] = address.Real(received.GetValueOrDefault("location", "")),
            ["content"] = new JsonObject
            {
                ["size"] = body.Length,
                ["mimeType"] = received.GetValueOrDefault("content-type", ""),
                ["text"] = Convert.ToBase64String(body),
                ["encoding"] = "base64",
            },
        },
    };

    // The mock's own headers are no part of what a portal answers.
    private static JsonArray Fields(Dictionary<string, string> headers) =>
        new([.. headers.Where(h => !h.Key.StartsWith("x-harness-", StringComparison.OrdinalIgnoreCase)).Select(h => (JsonNode)new JsonObject { ["name"] = h.Key, ["value"] = h.Value })]);
}
