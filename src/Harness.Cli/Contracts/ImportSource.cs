using Harness.Contracts;

namespace Harness.Cli.Contracts;

/// <summary>What an import reads: a folder or zip on this machine, or a zip fetched to a file that goes away afterwards.</summary>
internal sealed class ImportSource : IDisposable
{
    private const long LargestDownload = 256L * 1024 * 1024;

    private readonly bool _isTemporary;

    private ImportSource(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
    }

    public string Path { get; }

    public static async Task<ImportSource> Open(string source, CancellationToken cancelled)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http")
        {
            return address!.Scheme == "https" || address.IsLoopback
                ? new ImportSource(await Fetch(address, cancelled), isTemporary: true)
                : throw new HarnessException($"{source} is not encrypted", "Use its https address");
        }

        return Directory.Exists(source) || File.Exists(source)
            ? new ImportSource(source, isTemporary: false)
            : throw new HarnessException($"there is no folder or zip '{source}'", "Name an existing one, or the https address of a zip");
    }

    public void Dispose()
    {
        if (_isTemporary)
        {
            File.Delete(Path);
        }
    }

    private static async Task<string> Fetch(Uri address, CancellationToken cancelled)
    {
        string file = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".zip");
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5), MaxResponseContentBufferSize = LargestDownload };
            byte[] zip = await client.GetByteArrayAsync(address, cancelled);
            await File.WriteAllBytesAsync(file, zip, cancelled);
            return file;
        }
        catch (HttpRequestException exception)
        {
            throw new HarnessException($"{address} cannot be fetched: {exception.Message}", "Check the address, or download the zip and name the file");
        }
    }
}
