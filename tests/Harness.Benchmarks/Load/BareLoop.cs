using System.Buffers;
using System.Net;

namespace Harness.Benchmarks.Load;

/// <summary>What a run is measured against: the same calls with an HttpClient that only reads the answers to their end.</summary>
internal sealed class BareLoop : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly Uri _server;

    public BareLoop(Uri server) => _server = server;

    // Real paths hold empty segments, which must arrive as they are.
    public static Uri Address(Uri server, string target) =>
        new(server.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    public async Task Run(IReadOnlyList<RecordedCall> calls, int workers)
    {
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(Work)));

        async Task Work()
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
            for (int i = Interlocked.Increment(ref next); i < calls.Count; i = Interlocked.Increment(ref next))
            {
                await Call(calls[i], buffer);
            }

            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task Call(RecordedCall call, byte[] buffer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(_server, call.Target)) { Version = HttpVersion.Version11 };
        foreach (KeyValuePair<string, string> header in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await answer.Content.ReadAsStreamAsync();
        while (await body.ReadAsync(buffer) > 0)
        {
        }
    }
}
