using System.Buffers;
using Harness.Mock.Exchanges;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Serving;

/// <summary>Puts a reply on the wire.</summary>
internal sealed class ReplyWriter(bool explain)
{
    public void Write(Exchange exchange, Reply reply)
    {
        HttpResponse response = exchange.Http.Response;
        response.StatusCode = reply.Status;
        WriteHeaders(response.Headers, exchange.Portal.HeadersFor(exchange));
        WriteHeaders(response.Headers, reply.Headers);
        if (explain)
        {
            response.Headers["x-harness-exchange"] = exchange.Id;
            response.Headers["x-harness-decision"] = reply.Decision.Header;
        }

        // 204 and 304 have no body, and a Content-Length would say that they have.
        if (reply.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        if (reply.ContentType is not null)
        {
            response.ContentType = reply.ContentType;
        }

        response.ContentLength = reply.Body.Length;
        if (!HttpMethods.IsHead(exchange.Method) && !reply.Body.IsEmpty)
        {
            response.BodyWriter.Write(reply.Body.Span);
        }
    }

    private static void WriteHeaders(IHeaderDictionary headers, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            // The one header that cannot be joined: each cookie has a line of its own.
            if (values[i].Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                headers.Append(values[i].Key, values[i].Value);
                continue;
            }

            headers[values[i].Key] = values[i].Value;
        }
    }
}
