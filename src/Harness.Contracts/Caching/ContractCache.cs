using System.Security.Cryptography;
using System.Text;

namespace Harness.Contracts.Caching;

/// <summary>A folder of compiled contracts. It only ever saves time: whatever is wrong with it is as if nothing were there.</summary>
internal sealed class ContractCache(string folder)
{
    private const int Kept = 8;
    private const int ChecksumStart = 16 + SHA256.HashSizeInBytes;
    private const int PayloadStart = ChecksumStart + SHA256.HashSizeInBytes;

    private static readonly byte[] Magic = "harness-cache-1\n"u8.ToArray();

    /// <summary>What was kept under a key, or null.</summary>
    public CachedContracts? TryRead(string key)
    {
        try
        {
            byte[] file = File.ReadAllBytes(PathOf(key));
            return IsWhole(file, key) ? CacheDecoder.Decode(file, PayloadStart) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    public void Write(string key, CachedContracts contracts)
    {
        byte[] payload = CacheEncoder.Encode(contracts);
        string path = PathOf(key);
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Directory.CreateDirectory(folder);
            using (FileStream file = File.Create(temporary))
            {
                file.Write(Magic);
                file.Write(Fingerprint(key));
                file.Write(SHA256.HashData(payload));
                file.Write(payload);
            }

            // Renaming is atomic: a reader sees the old file or the whole new one.
            File.Move(temporary, path, overwrite: true);
            DeleteOldest();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> file, string key) =>
        file.Length > PayloadStart
        && file[..Magic.Length].SequenceEqual(Magic)
        && file[Magic.Length..ChecksumStart].SequenceEqual(Fingerprint(key))
        && file[ChecksumStart..PayloadStart].SequenceEqual(SHA256.HashData(file[PayloadStart..]));

    private static byte[] Fingerprint(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left over, and found again by the next clean-up.
        }
    }

    private string PathOf(string key) => Path.Combine(folder, $"contracts-{Convert.ToHexStringLower(Fingerprint(key).AsSpan(0, 12))}.bin");

    private void DeleteOldest()
    {
        foreach (FileInfo old in new DirectoryInfo(folder).GetFiles("contracts-*").OrderByDescending(f => f.LastWriteTimeUtc).Skip(Kept))
        {
            TryDelete(old.FullName);
        }
    }
}
