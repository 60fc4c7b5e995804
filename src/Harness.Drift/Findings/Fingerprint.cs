using System.Security.Cryptography;
using System.Text;

namespace Harness.Drift.Findings;

/// <summary>The same short text for the same finding on every night and machine: of rule, endpoint and pointer, never of values or wording.</summary>
public static class Fingerprint
{
    private const int Length = 16;

    public static string Of(string rule, string family, string method, string path, string pointer) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rule, family, method, path, pointer))))[..Length];
}
