using Harness.Contracts.Routing;
using Harness.Mock.Exchanges;
using Harness.Mock.Portals;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Harness.Mock.State.Batches;

/// <summary>Sends one part of a batch through all stages, as a call of its own with the batch's credentials.</summary>
internal sealed class BatchRunner(PortalTable portals, Func<Exchange, Reply> pipeline)
{
    /// <summary>Null for a part that no call can be made of.</summary>
    public Reply? Run(Exchange batch, BatchPart part)
    {
        int question = part.Url.IndexOf('?', StringComparison.Ordinal);
        string? path = PathOf(batch, question < 0 ? part.Url : part.Url[..question]);
        bool isSendable = path is not null && part.Method.All(char.IsAsciiLetter) && !path.EndsWith(BatchCalls.Segment, StringComparison.OrdinalIgnoreCase);
        if (!isSendable || portals.Find(batch.Host, path!) is not { } portal)
        {
            return null;
        }

        var address = new RequestAddress(batch.Address.Form, batch.Host, path!, batch.Address.Prefix);
        return pipeline(new Exchange(Copy(batch, part, question < 0 ? "" : part.Url[question..]), $"{batch.Id}-{part.Id}", batch.At, batch.Tenant, address)
        {
            Portal = portal,
            Body = part.Body,
        });
    }

    // An address of another host is another system; one that repeats the service's root begins at the host, any other at the root.
    private static string? PathOf(Exchange batch, string url)
    {
        string root = batch.Path[..^BatchCalls.Segment.Length];
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            int slash = url.IndexOf('/', scheme + 3);
            string authority = slash < 0 ? url[(scheme + 3)..] : url[(scheme + 3)..slash];
            return string.Equals(authority.Split(':')[0], batch.Host, StringComparison.OrdinalIgnoreCase) && slash >= 0 ? url[slash..] : null;
        }

        return url.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase) ? url : root + "/" + url.TrimStart('/');
    }

    private static DefaultHttpContext Copy(Exchange batch, BatchPart part, string query)
    {
        HttpRequest from = batch.Http.Request;
        var http = new DefaultHttpContext();
        foreach (KeyValuePair<string, StringValues> header in from.Headers)
        {
            if (!header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && !header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                http.Request.Headers[header.Key] = header.Value;
            }
        }

        foreach ((string name, string value) in part.Headers)
        {
            http.Request.Headers[name] = value;
        }

        http.Request.Scheme = from.Scheme;
        http.Request.Host = from.Host;
        http.Request.Method = part.Method;
        http.Request.QueryString = new QueryString(query);
        http.RequestAborted = batch.Http.RequestAborted;
        return http;
    }
}
