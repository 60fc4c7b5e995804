using System.IO.Compression;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Undoes the compression of a body that an exporter wrote as it came over the wire; browsers write it decoded.</summary>
internal static class EncodedBody
{
    private const int Largest = 64 * 1024 * 1024;
    private const int RatioFrom = 1024 * 1024;
    private const int HighestRatio = 200;

    /// <summary>Null if the bytes are not so encoded, or unpack to far more than they are.</summary>
    public static byte[]? Decode(byte[] bytes, string contentEncoding) => contentEncoding.Trim().ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => Unpack(bytes, s => new GZipStream(s, CompressionMode.Decompress), Largest),
        "deflate" => Unpack(bytes, s => new ZLibStream(s, CompressionMode.Decompress), Largest),
        "br" => Unpack(bytes, s => new BrotliStream(s, CompressionMode.Decompress), Largest),
        _ => null,
    };

    public static byte[]? Unpack(byte[] bytes, Func<Stream, Stream> open, int largest)
    {
        try
        {
            using Stream stream = open(new MemoryStream(bytes));
            using var unpacked = new MemoryStream();
            byte[] buffer = new byte[16 * 1024];
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > largest || (unpacked.Length > RatioFrom && unpacked.Length / bytes.Length > HighestRatio))
                {
                    return null;
                }
            }

            return unpacked.ToArray();
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }
}
