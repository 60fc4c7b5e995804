using System.Security.Cryptography;
using Harness.Contracts;

namespace Harness.Stubs.Sanitizing;

/// <summary>The secret that stand-ins are derived from: the same key gives the same stand-ins, in every file and every run.</summary>
public sealed class SanitizerKey
{
    private const int Bytes = 32;

    private readonly byte[] _bytes;

    private SanitizerKey(byte[] bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Secret => _bytes;

    /// <summary>A key for one run, kept nowhere.</summary>
    public static SanitizerKey Random() => new(RandomNumberGenerator.GetBytes(Bytes));

    public static SanitizerKey FromHex(string hex) => new(Convert.FromHexString(hex));

    /// <summary>Reads a key file; null, and a problem, if it is none.</summary>
    public static SanitizerKey? Read(string file, ICollection<ContractProblem> problems)
    {
        try
        {
            string text = File.ReadAllText(file).Trim();
            if (text.Length == 2 * Bytes && text.All(char.IsAsciiHexDigit))
            {
                return FromHex(text);
            }

            problems.Add(new ContractProblem(file, 1, 1, $"a key file holds {2 * Bytes} hex characters, and nothing else", "Make one with 'openssl rand -hex 32'"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ContractProblem(file, 0, 0, "the key file cannot be read", "Name a file with 64 hex characters; 'openssl rand -hex 32' makes some"));
        }

        return null;
    }
}
