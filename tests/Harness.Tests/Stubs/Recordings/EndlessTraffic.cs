using System.Text;
using Harness.Stubs.Har;

namespace Harness.Tests.Stubs.Recordings;

/// <summary>Traffic of any length that lies nowhere: each call is made when it is read.</summary>
internal sealed class EndlessTraffic(int calls, int bytesOfBody) : HarPackage
{
    public override string Name => "traffic that is made up as it is read";

    public override long Length => (long)calls * bytesOfBody;

    public override byte[]? SideFile(string name) => null;

    protected override Stream Open() => new DripStreamOf(Pieces().GetEnumerator());

    private IEnumerable<byte[]> Pieces()
    {
        string filler = string.Concat(Enumerable.Repeat("filler, ", bytesOfBody / 8));
        yield return "{\"log\":{\"version\":\"1.2\",\"entries\":["u8.ToArray();
        for (int i = 0; i < calls; i++)
        {
            yield return Encoding.UTF8.GetBytes(
                $$$"""{{{(i == 0 ? "" : ",")}}}{"startedDateTime":"2026-01-02T03:04:05Z","request":{"method":"GET","url":"https://security.microsoft.com/apiproxy/msgraph/v1.0/users?$top={{{i}}}","headers":[]},"response":{"status":200,"headers":[],"content":{"mimeType":"application/json","text":"[\"{{{filler}}}\",{{{i}}}]"} } }""");
        }

        yield return "]}}"u8.ToArray();
    }

    private sealed class DripStreamOf(IEnumerator<byte[]> pieces) : Stream
    {
        private ReadOnlyMemory<byte> _piece;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_piece.IsEmpty && pieces.MoveNext())
            {
                _piece = pieces.Current;
            }

            int read = Math.Min(count, _piece.Length);
            _piece.Span[..read].CopyTo(buffer.AsSpan(offset));
            _piece = _piece[read..];
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
