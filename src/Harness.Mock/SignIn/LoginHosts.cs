using System.Globalization;
using System.Security.Cryptography;
using Harness.Contracts.Routing;
using Harness.Mock.Control;
using Harness.Mock.Exchanges;
using Harness.Mock.Journal;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.SignIn;

/// <summary>Everybody who answers on the sign-in hosts, in order. Whoever answers, the call stands in the journal.</summary>
internal sealed class LoginHosts(RequestJournal journal, TimeProvider clock, SignInPage page, ILoginHost service)
{
    private const string Family = "entra-id";

    private readonly string _idPrefix = "sign-in-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3));
    private long _lastId;

    public async Task Handle(HttpContext http, RequestAddress address)
    {
        if (SignInPage.IsAt(address))
        {
            // Before the first byte goes out: whoever has the answer finds it in the journal.
            http.Response.OnStarting(() =>
            {
                AddPage(http, address);
                return Task.CompletedTask;
            });
            await page.Handle(http, address);
        }
        else if (!await service.Handle(http, address))
        {
            string what = $"'{address.RawPath}' on {address.Host} is no endpoint of this server.";
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            Add(http, address, null, new Decision(
                Stages.Match, "no-such-operation", what, "Ask GET /common/v2.0/.well-known/openid-configuration for the endpoints.", null, null));
            await ControlAnswer.Problem(http, StatusCodes.Status404NotFound, "no-such-endpoint", "Nothing answers here", what);
        }
    }

    private void AddPage(HttpContext http, RequestAddress address)
    {
        string because = http.Response.StatusCode switch
        {
            StatusCodes.Status200OK => "The page on which a person picks who to be.",
            StatusCodes.Status303SeeOther => "Somebody was picked, and is led back to the portal.",
            _ => "The sign-in cannot be continued.",
        };
        Add(http, address, $"{http.Request.Method} {SignInRedirects.Path}", new Decision(Stages.Identity, "sign-in-page", because, null, null, null));
    }

    private void Add(HttpContext http, RequestAddress address, string? operation, Decision decision) => journal.Add(new JournalEntry
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{_idPrefix}-{Interlocked.Increment(ref _lastId)}"),
        At = clock.GetUtcNow(),
        Family = Family,
        Operation = operation,
        Method = http.Request.Method,
        Host = address.Host,
        Path = address.RawPath,
        QueryString = http.Request.QueryString.Value ?? "",
        RequestHeaders = HeaderCopy.Of(http.Request.Headers),
        RequestBody = default,
        Reply = new Reply(http.Response.StatusCode, decision) { ContentType = http.Response.ContentType },
    });
}
