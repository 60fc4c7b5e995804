using System.Collections.Concurrent;

namespace Harness.Mock.Access;

/// <summary>Sessions that a reset has ended. Tickets are self-contained, so ending one means remembering it; only this server's own are known to it.</summary>
internal sealed class Revocations
{
    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<string, byte> _issued = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _revoked = new(StringComparer.Ordinal);

    public bool Any => !_revoked.IsEmpty;

    public void Issued(string sessionId)
    {
        if (_issued.Count < MostRemembered)
        {
            _issued[sessionId] = 0;
        }
    }

    public bool IsRevoked(string sessionId) => _revoked.ContainsKey(sessionId);

    public void RevokeAll()
    {
        if (_revoked.Count + _issued.Count > MostRemembered)
        {
            _revoked.Clear();
        }

        foreach (string id in _issued.Keys)
        {
            _revoked[id] = 0;
        }

        _issued.Clear();
    }
}
