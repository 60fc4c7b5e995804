using System.Security.Cryptography;
using System.Text;
using Harness.Drift.Targets;

namespace Harness.Drift.Probing;

/// <summary>Turns ids into marks by which the same object is recognized on another night, and nothing else can be.</summary>
internal sealed class ObjectKeys
{
    private readonly byte[] _key;

    // The same on every machine that runs the target, for a pipeline keeps nothing from night to night.
    public ObjectKeys(Target target) => _key = SHA256.HashData(Encoding.UTF8.GetBytes($"harness object marks {target.TenantId:N} {target.Name}"));

    public string Of(IEnumerable<string> ids) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Join('\n', ids))).AsSpan(0, 10));
}
