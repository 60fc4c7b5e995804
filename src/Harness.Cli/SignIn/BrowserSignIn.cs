using System.Text;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Drift.Targets;
using Microsoft.Playwright;

namespace Harness.Cli.SignIn;

/// <summary>Opens a real browser for a person to sign in with, and takes the session when the portals have set their cookies.</summary>
internal sealed class BrowserSignIn(Target target, BrowserChoice browser, Action<string> say)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);

    /// <summary>What the browser held at the end, as Playwright's storage state.</summary>
    /// <param name="person">Stands in for the person in tests; null for a real one.</param>
    public async Task<byte[]> Run(IReadOnlyList<Family> families, Func<IPage, Task>? person, CancellationToken cancelled)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser window = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browser.Executable,
            Headless = browser.Headless,
            Args = browser.Arguments,
        });
        IBrowserContext context = await window.NewContextAsync(new BrowserNewContextOptions { ServiceWorkers = ServiceWorkerPolicy.Block });
        IPage page = await context.NewPageAsync();
        foreach (Family family in families)
        {
            await Open(family, context, page, person, cancelled);
        }

        return Encoding.UTF8.GetBytes(await context.StorageStateAsync());
    }

    private async Task Open(Family family, IBrowserContext context, IPage page, Func<IPage, Task>? person, CancellationToken cancelled)
    {
        string start = Address(family.SignIn!.Start);
        say($"Sign in to {family.Title} in the browser window ({start}).");
        await page.GotoAsync(start);
        if (person is not null)
        {
            await person(page);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(browser.Patience);
        try
        {
            while (!await HasSession(family, context))
            {
                await Task.Delay(Look, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            throw new HarnessException($"{family.Title} has set no '{family.SignIn.UntilCookie}' in {browser.Patience.TotalMinutes:0} minutes", "Sign in in the window that opens, or give more time with --patience");
        }
    }

    // A portal without a cookie of its own keeps tokens instead; the page has them when it has come to rest.
    private async Task<bool> HasSession(Family family, IBrowserContext context)
    {
        if (family.SignIn!.UntilCookie is not { } name)
        {
            await context.Pages[0].WaitForLoadStateAsync(LoadState.NetworkIdle);
            return true;
        }

        IReadOnlyList<BrowserContextCookiesResult> cookies = await context.CookiesAsync();
        string host = new Uri(family.SignIn.Start.Replace("{tenant}", "tenant", StringComparison.Ordinal)).Host;
        return cookies.Any(c => c.Name == name && (target.Gateway is null || c.Path.Contains(HostOf(family), StringComparison.OrdinalIgnoreCase) || c.Domain.Contains(host, StringComparison.OrdinalIgnoreCase)));
    }

    private string HostOf(Family family) => family.Hosts[0].Host.Fill(target.Hosts);

    private string Address(string start)
    {
        string filled = target.Hosts.Aggregate(start, (text, host) => text.Replace($"{{{host.Key}}}", host.Value, StringComparison.OrdinalIgnoreCase));
        var address = new Uri(filled);
        return target.Gateway is { } gateway ? $"{gateway.ToString().TrimEnd('/')}/{address.Host}{address.PathAndQuery}" : filled;
    }
}
