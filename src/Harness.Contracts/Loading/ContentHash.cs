using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Contracts.Loading;

/// <summary>Names contracts by what is in them.</summary>
internal static class ContentHash
{
    // Raise it when the meaning of contracts changes though their text does not.
    private const string ReaderVersion = "harness-contracts/1";

    /// <summary>SHA-256, hexadecimal, over the wish and every file's name and content, but not over where the files lie.</summary>
    public static string Of(IReadOnlyList<LoadedFolder> folders, ContractLoadOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, ReaderVersion);
        Add(hash, string.Join(',', options.Families.Select(f => f.ToLowerInvariant()).Order(StringComparer.Ordinal)));
        foreach (LoadedFolder folder in folders)
        {
            Add(hash, string.Create(CultureInfo.InvariantCulture, $"{folder.Layer} {(int)folder.Source} {folder.TakesSpec} {folder.Folder.Name}"));

            // The folder's own list is sorted; what could not be read is not in the hash.
            foreach (string path in folder.Folder.Paths)
            {
                if (folder.Files.TryGetValue(path, out byte[]? content))
                {
                    Add(hash, path);
                    Add(hash, content);
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each part with its length before it: nothing can move from one part into the next unnoticed.
    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }

    private static void Add(IncrementalHash hash, string part) => Add(hash, Encoding.UTF8.GetBytes(part));
}
