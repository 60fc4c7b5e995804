using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Mock.Exchanges;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>A list over a stretch of time, in pages: the rules that content and notifications have together.</summary>
/// <param name="refusal">What a stretch is answered with that is not allowed; it differs between the two.</param>
internal sealed partial class WindowedList(string refusal)
{
    private const string NextPage = "nextPage";

    /// <param name="find">The items of a stretch of time, in order.</param>
    /// <param name="blobOf">The blob that an item is about.</param>
    /// <param name="timeOf">The moment that an item is listed by.</param>
    public Reply Answer<T>(FeedCall call, Func<FeedWindow, IReadOnlyList<T>> find, Func<T, FeedBlob> blobOf, Func<T, DateTimeOffset> timeOf, Func<T, JsonObject> show)
    {
        if (ReadWindow(call, out FeedWindow window) is { } refused)
        {
            return refused;
        }

        IReadOnlyList<T> all = find(window);
        int from = 0;
        if (call.Exchange.Query(NextPage) is { Length: > 0 } token)
        {
            from = IndexAfter(all, token, blobOf, timeOf);
            if (from < 0)
            {
                return call.Refuse("invalid-next-page", "query-invalid", $"'{token}' is no page of this list.", "Follow the address in NextPageUri as it is.", token);
            }
        }

        T[] page = [.. all.Skip(from).Take(call.Feed.PageSize)];
        KeyValuePair<string, string>[] headers = from + page.Length < all.Count ? [new("NextPageUri", Link(call, window, TokenOf(page[^1], blobOf, timeOf)))] : [];
        return call.Json(
            new JsonArray([.. page.Select(show)]),
            $"{page.Length} of {all.Count} from {window.Start:u} until {window.End:u}{(headers.Length > 0 ? "; NextPageUri leads on" : "")}.",
            headers);
    }

    private Reply? ReadWindow(FeedCall call, out FeedWindow window)
    {
        window = FeedWindow.LastDay(call.Now);
        string? start = call.Exchange.Query("startTime");
        string? end = call.Exchange.Query("endTime");
        if (string.IsNullOrEmpty(start) && string.IsNullOrEmpty(end))
        {
            return null;
        }

        if (string.IsNullOrEmpty(start) || string.IsNullOrEmpty(end))
        {
            return Refuse(call, "Only one of startTime and endTime is on the call.");
        }

        (string Name, string Text)[] given = [("startTime", start), ("endTime", end)];
        if (Array.Find(given, g => FeedWindow.Moment(g.Text) is null) is { Name: { } odd, Text: var text })
        {
            return call.Refuse("invalid-parameter", "query-invalid", $"{odd} is '{text}', which is no moment in an allowed format.", "Write YYYY-MM-DD, YYYY-MM-DDTHH:MM or YYYY-MM-DDTHH:MM:SS, in UTC and without a zone.", odd, "datetime");
        }

        window = new FeedWindow(FeedWindow.Moment(start)!.Value, FeedWindow.Moment(end)!.Value);

        // Somebody who pages began with a stretch that was allowed then.
        bool isFollowing = call.Exchange.Query(NextPage) is { Length: > 0 };
        return window.Problem(isFollowing ? call.Now.AddHours(-1) : call.Now) is { } problem ? Refuse(call, problem) : null;
    }

    private Reply Refuse(FeedCall call, string because) =>
        call.Refuse(refusal, "window-invalid", because, "Name both or neither; at most 24 hours, the start before the end and at most 7 days back.");

    private static string TokenOf<T>(T item, Func<T, FeedBlob> blobOf, Func<T, DateTimeOffset> timeOf) =>
        string.Create(CultureInfo.InvariantCulture, $"{timeOf(item).UtcDateTime:yyyyMMddHH}R{blobOf(item).Slot:D12}");

    // -1 when the list has no such item.
    private static int IndexAfter<T>(IReadOnlyList<T> all, string token, Func<T, FeedBlob> blobOf, Func<T, DateTimeOffset> timeOf)
    {
        if (!Form().IsMatch(token))
        {
            return -1;
        }

        for (int i = all.Count - 1; i >= 0; i--)
        {
            if (TokenOf(all[i], blobOf, timeOf) == token)
            {
                return i + 1;
            }
        }

        return -1;
    }

    // The reference's own sample has v1 here where every other address has v1.0.
    private static string Link(FeedCall call, FeedWindow window, string token)
    {
        string list = call.Exchange.Path[(call.Exchange.Path.LastIndexOf('/') + 1)..];
        string publisher = call.Exchange.Query("PublisherIdentifier") is { Length: > 0 } id ? $"&PublisherIdentifier={Uri.EscapeDataString(id)}" : "";
        return $"{CallerAddress.Of(call.Exchange)}/api/v1/{call.Tenant.Id:D}/activity/feed/subscriptions/{list}?contentType={call.Type.Name}"
            + $"&startTime={FeedWindow.Text(window.Start)}&endTime={FeedWindow.Text(window.End)}&{NextPage}={token}{publisher}";
    }

    [GeneratedRegex("^[0-9]{10}R[0-9]{12}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
