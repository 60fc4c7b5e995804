using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Harness.Cli.Recordings;

/// <summary>Does in a mocked portal what a person does in the real one: signs in on the page that the portal leads to, and lets a page of the portal's fetch.</summary>
internal sealed class MockWalk(IPage page, MockControl mock, PortalAddress address, string family, string persona)
{
    // Scripts call the host that their page is from, and not every host has a page.
    private const string BlankPath = "/harness-blank-page";

    // A page's own script would send these headers; the cookies are in the browser. Who does not read a body may find it gone.
    private const string Fetch = "([path, headers]) => fetch(path, { headers }).then(async answer => { await answer.arrayBuffer(); return answer.status; })";

    /// <returns>How many calls were answered with success.</returns>
    /// <param name="start">The portal's page that leads to the sign-in page; null where there is none.</param>
    public async Task<int> Run(Uri? start, int calls, CancellationToken cancelled)
    {
        if (start is not null)
        {
            await SignIn(start);
        }

        await page.RouteAsync($"**{BlankPath}", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html><title>Recording</title>" }));
        int good = 0;
        foreach (IGrouping<string, JsonObject> ofHost in (await mock.Gets(family, cancelled)).Take(calls).GroupBy(o => (string)o["example"]!["host"]!))
        {
            await page.GotoAsync(address.Open(ofHost.Key, BlankPath));
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
        try
        {
            await page.GotoAsync(address.Open(start.Authority, start.PathAndQuery));
        }
        catch (PlaywrightException)
        {
            // Portals that take tokens alone answer their first page with a bare refusal, which browsers count as no page.
            return;
        }

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
        string host = (string)example["host"]!, path = (string)example["path"]!;
        JsonObject session = await mock.Session(family, persona, host, path, cancelled);
        Dictionary<string, string> headers = Texts(session["headers"]), query = Texts(example["query"]);
        await UseHeldCookies(host, Texts(session["cookies"]), headers);
        foreach ((string name, string value) in Texts(session["query"]))
        {
            query.TryAdd(name, value);
        }

        string search = string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        return await page.EvaluateAsync<int>(Fetch, new object[] { search.Length == 0 ? path : $"{path}?{search}", headers });
    }

    // Headers that repeat a cookie repeat the one that sign-in set. Hosts that sign-in did not pass through have no session of their own yet.
    private async Task UseHeldCookies(string host, Dictionary<string, string> minted, Dictionary<string, string> headers)
    {
        string url = address.Open(host, "/");
        Dictionary<string, string> held = (await page.Context.CookiesAsync([url])).GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.First().Value, StringComparer.Ordinal);
        foreach ((string name, string value) in minted)
        {
            if (!held.TryGetValue(name, out string? own))
            {
                await page.Context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = url }]);
                continue;
            }

            foreach (string header in headers.Where(h => h.Value == value || h.Value == Uri.UnescapeDataString(value)).Select(h => h.Key).ToArray())
            {
                headers[header] = headers[header] == value ? own : Uri.UnescapeDataString(own);
            }
        }
    }

    private static Dictionary<string, string> Texts(JsonNode? members) =>
        (members as JsonObject)?.Where(m => m.Value is not null).ToDictionary(m => m.Key, m => m.Value!.ToString(), StringComparer.Ordinal) ?? [];
}
