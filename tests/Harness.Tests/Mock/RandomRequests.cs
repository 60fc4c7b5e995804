using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

/// <summary>Calls that a confused, broken or hostile client might send: sound HTTP, or nearly, about portals, or nearly.</summary>
internal sealed class RandomRequests(IReadOnlyList<(OperationRow Row, PortalSession Session)> known)
{
    private static readonly string[] Methods = ["GET", "GET", "GET", "POST", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "A!#$%&'*+-.^_`|~9"];

    private static readonly string[] Hosts =
        ["localhost", "127.0.0.1", "nobody.example", "xn--nxasmq6b", "contoso-admin.sharepoint.com:99999", "security.microsoft.com.", "SECURITY.MICROSOFT.COM", "[::1]:1", ".localhost", "security.microsoft.com.localhost"];

    private static readonly string[] Junk =
        ["", ".", "..", "%", "%2", "%zz", "%00", "%2F", "%2e%2e", "%C3%28", "%E2%82%AC", "%F0%9F%92%A9", "ü", "日本", "{id}", "'", "''", "(", ")", "F(a='b')", "$filter", "@odata", "=", " = ".Replace(' ', '+'), "*", "~", ";a=b", "a:b", "null", "-1", "99999999999999999999", "00000000-0000-0000-0000-000000000000", "<script>", "\"", "\\", "|", "#"];

    private static readonly string[] Headers =
    [
        "Authorization: Bearer ", "Authorization: Bearer a.b.c", "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.", "Authorization: Basic eDp5", "Authorization: Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6Ii4uLyJ9.bm90anNvbg.AAAA",
        "Cookie: sccauth=chunks:3; sccauthC1=a; sccauthC2=b", "Cookie: sccauth=chunks:999999999999", "Cookie: sccauth=chunks:-1", "Cookie: .AspNetCore.Cookies=chunks-2", "Cookie: FedAuth=%%%; rtFa=", "Cookie: ;;;=;a", "Cookie: AjaxSessionKey=\"", "Cookie: XSRF-TOKEN=%E2%82",
        "X-RequestDigest: 0x,", "X-RequestDigest: 0xZZ,01 Jan 2026", "X-RequestDigest: 0x41,", "X-XSRF-TOKEN: %", "x-ms-client-request-id: nothing", "x-start-time: 5", "mtoproxyurl: MTO",
        "Accept: text/html", "Accept: odata=verbose", "Accept: */*;q=0.5, nothing", "Accept: application/json;;;", "Accept-Encoding: gzip, br", "Accept-Language: ,,", "Content-Type: application/json; charset=nothing", "Content-Type: ///", "Content-Type: multipart/form-data",
        "Expect: 100-continue", "Range: bytes=5-1", "If-None-Match: *", "Origin: null", "X-HTTP-Method-Override: DELETE", "Upgrade: websocket", "traceparent: 00-0-0-0", "X-Forwarded-Host: evil.example", "X-Long: ",
    ];

    private static readonly byte[][] Bodies =
    [
        [], "{}"u8.ToArray(), "null"u8.ToArray(), "[]"u8.ToArray(), "{\"a\":"u8.ToArray(), "\"text\""u8.ToArray(), "{\"a\":1,\"a\":2}"u8.ToArray(), "1e999999"u8.ToArray(), "=https://x"u8.ToArray(), [0xEF, 0xBB, 0xBF, 0x7B, 0x7D],
        [0, 1, 2, 0xFF, 0xFE], Encoding.UTF8.GetBytes(new string('[', 20_000)), Encoding.UTF8.GetBytes($"{{\"long\":\"{new string('x', 100_000)}\"}}"), Gzip("{}"), "{\"password\":\"\\ud800\"}"u8.ToArray(), Encoding.UTF8.GetBytes(new string('"', 5000)),
    ];

    /// <summary>Bytes to send, the connection to be closed after the answer.</summary>
    public Gen<byte[]> Any() =>
        from number in Gen.Choose(0, known.Count - 1)
        from method in Gen.Frequency((2, Gen.Constant(known[number].Row.Method)), (1, Gen.Elements(Methods)))
        from host in Gen.Frequency((3, Gen.Constant(known[number].Row.Host)), (1, Gen.Elements(Hosts)))
        from path in Path(known[number].Row)
        from byPath in Gen.Elements(true, false)
        from signedIn in Gen.Elements(true, true, false)
        from headers in Gen.Elements(Headers).ArrayOf()
        from body in Gen.Frequency((1, Gen.Constant(known[number].Row.Body ?? [])), (2, Gen.Elements(Bodies)))
        from packing in Gen.Choose(0, 9)
        select Write(method, host, byPath ? $"/{host}{path}" : path, [.. signedIn ? Credentials(known[number].Session) : [], .. headers.Take(6)], body, packing);

    /// <summary>What a request was, for the message of a failed test.</summary>
    public static string Show(byte[] request) => Encoding.UTF8.GetString(request, 0, Math.Min(request.Length, 600));

    private static Gen<string> Path(OperationRow row) => Gen.Frequency(
        (3, Gen.Constant(row.PathAndQuery())),
        (3, Filled(row.Path)),
        (2, Gen.Elements(Junk).ArrayOf().Select(parts => "/" + string.Join('/', parts))),
        (1, from word in Gen.Elements(Junk) select $"{row.ExamplePath}?{word}={word}&{word}"),
        (1, from word in Gen.Elements(Junk) select $"{row.ExamplePath.Replace("/", "//", StringComparison.Ordinal)}/{word}"),
        (1, from length in Gen.Choose(500, 20_000) from word in Gen.Elements("a", "/", "%41", "%", "é") select row.ExamplePath + string.Concat(Enumerable.Repeat(word, length))));

    private static Gen<string> Filled(string template) =>
        from words in Gen.Elements(Junk).ArrayOf(8)
        select Fill(template, words);

    private static string Fill(string template, string[] words)
    {
        var path = new StringBuilder();
        int next = 0;
        for (int at = 0; at < template.Length; at++)
        {
            int close = template[at] == '{' ? template.IndexOf('}', at) : -1;
            path.Append(close < 0 ? template[at] : words[next++ % words.Length]);
            at = Math.Max(at, close);
        }

        return path.ToString();
    }

    private static IEnumerable<string> Credentials(PortalSession session)
    {
        IEnumerable<string> headers = session.Headers.Concat(session.WriteHeaders).Select(h => $"{h.Key}: {h.Value}");
        return session.Cookies.Count == 0 ? headers : headers.Append($"Cookie: {string.Join("; ", session.Cookies.Select(c => $"{c.Key}={c.Value}"))}");
    }

    private static byte[] Write(string method, string host, string target, IReadOnlyList<string> headers, byte[] body, int packing)
    {
        var head = new StringBuilder($"{method} {target.Replace(" ", "%20", StringComparison.Ordinal)} HTTP/1.{(packing == 0 ? 0 : 1)}\r\nHost: {host}\r\nConnection: close\r\n");
        foreach (string header in headers)
        {
            head.Append(header.StartsWith("X-Long", StringComparison.Ordinal) ? header + new string('y', 20_000) : header).Append("\r\n");
        }

        bool chunked = packing == 1;
        head.Append(packing == 2 ? "Content-Encoding: gzip\r\n" : "").Append(chunked ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {body.Length}\r\n\r\n");
        byte[] framed = chunked ? [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. body.Length == 0 ? "\r\n"u8 : "\r\n0\r\n\r\n"u8] : body;
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. framed];
    }

    private static byte[] Gzip(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return buffer.ToArray();
    }
}
