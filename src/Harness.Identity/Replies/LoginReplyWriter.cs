using Microsoft.AspNetCore.Http;

namespace Harness.Identity.Replies;

/// <summary>Puts a reply on the wire.</summary>
public static class LoginReplyWriter
{
    public static async Task Write(HttpResponse response, LoginReply reply, CancellationToken cancelled)
    {
        response.StatusCode = reply.Status;
        foreach (KeyValuePair<string, string> header in reply.Headers)
        {
            response.Headers.Append(header.Key, header.Value);
        }

        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method) && !reply.Body.IsEmpty)
        {
            await response.Body.WriteAsync(reply.Body, cancelled);
        }
    }
}
