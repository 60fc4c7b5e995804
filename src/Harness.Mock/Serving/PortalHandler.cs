using System.Globalization;
using System.Security.Cryptography;
using Harness.Contracts.Routing;
using Harness.Mock.Control;
using Harness.Mock.Exchanges;
using Harness.Mock.Journal;
using Harness.Mock.Matching;
using Harness.Mock.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Harness.Mock.Serving;

/// <summary>Takes a call from the wire: which portal is meant, what it answers, and a line in the journal. What no portal is meant by goes to the server's own pages.</summary>
internal sealed class PortalHandler(MockPortals portals, RequestDelegate ownPages, CancellationToken stopping = default)
{
    private readonly string _idPrefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3));
    private readonly ReplyWriter _writer = new(portals.Options.Explain);
    private long _lastId;

    public Task Handle(HttpContext http)
    {
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        KnownCall call = portals.Calls.Find(http.Request.Method, http.Request.Host.Value, target);
        RequestAddress address = call.Address;
        if (address.Form != AddressForm.Own && LoginAddresses.Has(address.Host))
        {
            return portals.Logins.Handle(http, address);
        }

        if (address.Form == AddressForm.Own || call.Portal is not { } portal)
        {
            return ownPages(http);
        }

        var exchange = new Exchange(http, NextId(), portals.Clock.GetUtcNow(), portals.Tenant.Current, address) { Known = call, Portal = portal };
        if (RequestBody.IsExpected(http))
        {
            return AnswerWithBody(exchange);
        }

        return Answer(exchange);
    }

    private async Task AnswerWithBody(Exchange exchange)
    {
        try
        {
            exchange.Body = await RequestBody.Read(exchange.Http);
        }
        catch (BadHttpRequestException refused) when (!exchange.Http.Response.HasStarted)
        {
            await ControlAnswer.Problem(exchange.Http, refused.StatusCode, "body-refused", "The request body cannot be taken", refused.Message);
            return;
        }

        await Answer(exchange);
    }

    private Task Answer(Exchange exchange)
    {
        Reply reply = portals.Answer(exchange);
        if (reply.Pending is not null)
        {
            return AnswerWhenKnown(exchange, reply);
        }

        if (reply.Delay > TimeSpan.Zero)
        {
            return AnswerLater(exchange, reply);
        }

        Send(exchange, reply);
        return Task.CompletedTask;
    }

    private async Task AnswerWhenKnown(Exchange exchange, Reply asking)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(exchange.Http.RequestAborted, stopping);
        Send(exchange, await asking.Pending!(ended.Token));
    }

    private async Task AnswerLater(Exchange exchange, Reply reply)
    {
        // A caller that hangs up and a server that stops both end the wait.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(exchange.Http.RequestAborted, stopping);
        await Task.Delay(reply.Delay, portals.Options.TimeProvider, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Send(exchange, reply);
    }

    private void Send(Exchange exchange, Reply reply)
    {
        portals.Journal.Add(Entry(exchange, reply));
        if (reply.CutsConnection)
        {
            exchange.Http.Abort();
        }
        else
        {
            _writer.Write(exchange, reply);
        }
    }

    private static JournalEntry Entry(Exchange exchange, Reply reply)
    {
        HttpRequest request = exchange.Http.Request;
        return new JournalEntry
        {
            Id = exchange.Id,
            At = exchange.At,
            Family = exchange.Portal.Family.Id,
            Operation = exchange.Plan?.Name,
            Method = request.Method,
            Host = exchange.Host,
            Path = exchange.Path,
            QueryString = request.QueryString.Value ?? "",
            RequestHeaders = HeaderCopy.Of(request.Headers),
            RequestBody = exchange.Body,
            Reply = reply,
        };
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{_idPrefix}-{Interlocked.Increment(ref _lastId)}");
}
