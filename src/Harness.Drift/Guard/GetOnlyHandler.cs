using System.Collections.Frozen;
using System.Net.Http.Headers;

namespace Harness.Drift.Guard;

/// <summary>Stands first and last among the handlers, and lets through nothing but a bare GET or HEAD with leave for that very address.</summary>
internal sealed class GetOnlyHandler : DelegatingHandler
{
    public static readonly HttpRequestOptionsKey<Admission> Leave = new("harness-leave");

    private readonly FrozenSet<string> _headers;

    /// <param name="headers">Names that a request may carry.</param>
    public GetOnlyHandler(FrozenSet<string> headers) => _headers = headers;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Check(request);
        return base.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Check(request);
        return base.Send(request, cancellationToken);
    }

    private void Check(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        {
            throw new GuardViolationException($"a {request.Method} was about to be sent");
        }

        if (request.Content is not null || request.Headers.Upgrade.Count > 0 || request.Headers.TransferEncodingChunked == true || request.Headers.ExpectContinue == true)
        {
            throw new GuardViolationException("a request with a body or an upgrade was about to be sent");
        }

        if (!request.Options.TryGetValue(Leave, out Admission? leave) || !ReferenceEquals(request.RequestUri, leave.Address))
        {
            throw new GuardViolationException("a request without leave was about to be sent");
        }

        foreach (KeyValuePair<string, HeaderStringValues> header in request.Headers.NonValidated)
        {
            if (!_headers.Contains(header.Key))
            {
                throw new GuardViolationException($"a request with the header '{header.Key}' was about to be sent");
            }
        }
    }
}
