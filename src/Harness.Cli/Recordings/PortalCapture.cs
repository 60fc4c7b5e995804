using Harness.Cli.Browsers;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Routing;
using Microsoft.Playwright;

namespace Harness.Cli.Recordings;

/// <summary>Opens a browser that leaves nothing behind, and notes what one portal answers in it.</summary>
internal sealed class PortalCapture(Family family, PortalAddress address, BrowserTypeLaunchOptions browser, TimeProvider clock)
{
    // Milliseconds. Portals take their time, and so do machines that do other things as well.
    private const float Patience = 120_000;

    private readonly FamilyHosts _hosts = new([family]);

    /// <param name="visit">What is done with the page; the capture ends with it, or when the person stops it.</param>
    public async Task<TrafficLog> Run(Func<IPage, Task> visit, CancellationToken cancelled)
    {
        var log = new TrafficLog(address, IsWanted, clock);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser window = await Launch(playwright);
        IBrowserContext context = await window.NewContextAsync(new BrowserNewContextOptions
        {
            // What they fetch does not pass by here, and a download would lie on the disk as it came.
            ServiceWorkers = ServiceWorkerPolicy.Block,
            AcceptDownloads = false,
            ViewportSize = ViewportSize.NoViewport,
        });
        context.SetDefaultTimeout(Patience);
        log.Listen(context);
        try
        {
            await visit(await context.NewPageAsync());
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            throw new HarnessException($"the browser gave up: {exception.Message.Split('\n')[0].TrimEnd('.')}", "Capture again; nothing was written");
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            // Stopping is how a person ends a capture: what was seen so far counts.
        }

        await log.Complete();
        return log;
    }

    /// <summary>Waits until the person has closed the last page.</summary>
    public static async Task UntilClosed(IPage page, string start, CancellationToken cancelled)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration stop = cancelled.Register(() => closed.TrySetCanceled(cancelled));
        IBrowserContext context = page.Context;
        context.Close += (_, _) => closed.TrySetResult();
        context.Page += (_, opened) => Watch(opened);
        Watch(page);
        try
        {
            await page.GotoAsync(start);
        }
        catch (PlaywrightException exception) when (!page.IsClosed)
        {
            throw new HarnessException($"{start} cannot be opened: {exception.Message.Split('\n')[0].TrimEnd('.')}", "Name another address with --start-url");
        }
        catch (PlaywrightException)
        {
            // Closed before it had loaded.
        }

        await closed.Task;

        void Watch(IPage one) => one.Close += (_, _) =>
        {
            if (context.Pages.All(p => p.IsClosed))
            {
                closed.TrySetResult();
            }
        };
    }

    private async Task<IBrowser> Launch(IPlaywright playwright)
    {
        try
        {
            return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions(browser) { Timeout = Patience });
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            throw InstalledBrowser.Unusable(exception);
        }
    }

    private bool IsWanted(string method, Uri url) => _hosts.On(url.Host).Count > 0 && !family.Sinks.Any(s => s.Matches(method, url.AbsolutePath));
}
