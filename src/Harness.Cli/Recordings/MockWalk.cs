using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Harness.Cli.Recordings;

/// <summary>Does in a mocked portal what a person does in the real one: signs in on the page that the portal leads to, and lets the page fetch.</summary>
internal sealed class MockWalk(IPage page, MockControl mock, PortalAddress address, string family, string persona)
{
    // A page's own script would send these headers; the cookies are in the browser.
    private const string Fetch = "([path, headers]) => fetch(path, { headers }).then(answer => answer.status)";

    /// <returns>How many calls were answered with success.</returns>
    /// <param name="start">The portal's page that leads to the sign-in page; null where there is none.</param>
    public async Task<int> Run(Uri? start, int calls, CancellationToken cancelled)
    {
        if (start is not null)
        {
            await SignIn(start);
        }

        int good = 0;
        foreach (IGrouping<string, JsonObject> ofHost in (await mock.Gets(family, cancelled)).Take(calls).GroupBy(o => (string)o["example"]!["host"]!))
        {
            // Scripts call the host that their page is from.
            await page.GotoAsync(address.Open(ofHost.Key, "/"));
            foreach (JsonObject operation in ofHost)
            {
                cancelled.ThrowIfCancellationRequested();
                good += await Call(operation, cancelled) is >= 200 and < 300 ? 1 : 0;
            }
        }

        return good;
    }

    private async Task SignIn(Uri start)
    {
        await page.GotoAsync(address.Open(start.Authority, start.PathAndQuery));
        ILocator choice = page.Locator($"button[name=persona][value='{persona}']");
        if (await choice.CountAsync() > 0)
        {
            await choice.ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        }
    }

    private async Task<int> Call(JsonObject operation, CancellationToken cancelled)
    {
        JsonNode example = operation["example"]!;
        JsonObject session = await mock.Session(family, persona, (string)example["host"]!, (string)example["path"]!, cancelled);
        await AddMissingCookies((string)example["host"]!, (JsonObject)session["cookies"]!);
        Dictionary<string, string> query = Texts(example["query"]);
        foreach ((string name, string value) in Texts(session["query"]))
        {
            query.TryAdd(name, value);
        }

        string path = (string)example["path"]! + (query.Count == 0 ? "" : "?" + string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}")));
        return await page.EvaluateAsync<int>(Fetch, new object[] { path, Texts(session["headers"]) });
    }

    // Hosts of one family that sign-in did not pass through have no session of their own yet.
    private async Task AddMissingCookies(string host, JsonObject wanted)
    {
        string url = address.Open(host, "/");
        IReadOnlyList<BrowserContextCookiesResult> held = await page.Context.CookiesAsync([url]);
        foreach ((string name, JsonNode? value) in wanted.Where(c => held.All(h => h.Name != c.Key)))
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = name, Value = (string)value!, Url = url }]);
        }
    }

    private static Dictionary<string, string> Texts(JsonNode? members) =>
        (members as JsonObject)?.Where(m => m.Value is not null).ToDictionary(m => m.Key, m => m.Value!.ToString(), StringComparer.Ordinal) ?? [];
}
