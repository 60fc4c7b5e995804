using System.IO.Pipelines;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Harness.Mock.Proxy;
using Microsoft.AspNetCore.Connections;

namespace Harness.Tests.Mock.Proxy;

internal sealed class ProxyHeadReaderTests
{
    private const string Head = "CONNECT Security.Microsoft.com:443 HTTP/1.1\r\nHost: security.microsoft.com:443\r\nProxy-Connection: keep-alive\r\n\r\n";
    private const string Rest = "\u0016\u0003\u0001 what TLS begins with";

    [Test]
    public void However_a_CONNECT_is_cut_up_it_is_read_alike_and_what_follows_is_left() =>
        Prop.ForAll(Gen.Choose(1, 40).ArrayOf().ToArbitrary(), sizes =>
        {
            (ProxyHead head, string left) = Read(Cut(Head + Rest, sizes)).GetAwaiter().GetResult();
            return head == new ProxyHead(ProxyHeadKind.Connect, new ProxyTarget("security.microsoft.com", 443)) && left == Rest;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Whatever_else_a_connection_begins_with_is_left_to_the_last_byte() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>().Filter(b => b.Length > 0 && b[0] != (byte)'C'), bytes =>
        {
            string sent = Encoding.Latin1.GetString(bytes);
            (ProxyHead head, string left) = Read([sent]).GetAwaiter().GetResult();
            return head.Kind == ProxyHeadKind.Request && left == sent;
        }).QuickCheckThrowOnFailure();

    [TestCase("COPY / HTTP/1.1\r\n\r\n", "Request")]
    [TestCase("CONNECTED", "Request")]
    [TestCase("connect a:1 HTTP/1.1\r\n\r\n", "Request")]
    [TestCase("CONNECT a:1 HTTP/2\r\n\r\n", "Malformed")]
    [TestCase("CONNECT a:1\r\n\r\n", "Malformed")]
    [TestCase("CONNECT a:+1 HTTP/1.1\r\n\r\n", "Malformed")]
    [TestCase("CONNECT a_b..c:1 HTTP/1.1\r\n\r\n", "Malformed")]
    [TestCase("CONNECT [::1]:443 HTTP/1.0\r\n\r\n", "Connect")]
    [TestCase("CONNEC", "Gone")]
    [TestCase("", "Gone")]
    public async Task A_beginning_is_told_by_its_bytes(string sent, string kind) =>
        (await Read([sent])).Head.Kind.ToString().Should().Be(kind);

    private static async Task<(ProxyHead Head, string Left)> Read(IEnumerable<string> pieces)
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        await using var connection = new DefaultConnectionContext("test", new Duplex(toServer.Reader, toClient.Writer), new Duplex(toClient.Reader, toServer.Writer));
        Task<ProxyHead> reading = new ProxyHeadReader(TimeProvider.System).Read(connection, CancellationToken.None);
        foreach (string piece in pieces)
        {
            await toServer.Writer.WriteAsync(Encoding.Latin1.GetBytes(piece));
        }

        await toServer.Writer.CompleteAsync();
        ProxyHead head = await reading;
        using var left = new MemoryStream();
        await toServer.Reader.CopyToAsync(left);
        return (head, Encoding.Latin1.GetString(left.ToArray()));
    }

    private static IEnumerable<string> Cut(string text, int[] sizes)
    {
        int start = 0;
        foreach (int size in sizes.TakeWhile(_ => start < text.Length))
        {
            int end = Math.Min(start + size, text.Length);
            yield return text[start..end];
            start = end;
        }

        yield return text[start..];
    }

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
