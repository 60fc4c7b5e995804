using System.Collections.Concurrent;

namespace Harness.Identity.Grants;

/// <summary>What the service must remember, because values that prove themselves cannot say that they were used: the only live state there is.</summary>
/// <remarks>Each replica has its own. What has expired makes room first; should that not do, the oldest knowledge is given up.</remarks>
public sealed class GrantLedger
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _redeemed = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _endedLines = new();
    private readonly ConcurrentDictionary<string, DeviceRequest> _devices = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(Guid Tenant, Guid Client, Guid User), IReadOnlyList<string>> _consents = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _lines = new();

    /// <summary>Remembers that somebody signed in, so that a reset can end it.</summary>
    internal void Begin(Guid line, DateTimeOffset until, DateTimeOffset now)
    {
        Prune(_lines, now);
        _lines[line] = until;
    }

    /// <summary>True once for each id.</summary>
    /// <param name="until">When the value expires anyway.</param>
    internal bool Redeem(Guid id, DateTimeOffset until, DateTimeOffset now)
    {
        Prune(_redeemed, now);
        return _redeemed.TryAdd(id, until);
    }

    internal bool IsRedeemed(Guid id) => _redeemed.ContainsKey(id);

    /// <summary>Ends everything that descends from one sign-in.</summary>
    internal void EndLine(Guid line, DateTimeOffset until, DateTimeOffset now)
    {
        Prune(_endedLines, now);
        _endedLines[line] = until;
    }

    internal bool IsEnded(Guid line) => _endedLines.ContainsKey(line);

    internal bool Add(DeviceRequest request, DateTimeOffset now)
    {
        foreach (KeyValuePair<string, DeviceRequest> old in _devices.Where(d => d.Value.Ticket.ExpiresAt.AddHours(1) < now || _devices.Count > Most))
        {
            _devices.TryRemove(old);
        }

        return _devices.TryAdd(request.UserCode, request);
    }

    internal DeviceRequest? FindDevice(string userCode) => _devices.GetValueOrDefault(userCode);

    internal DeviceRequest? FindDevice(Guid id) => _devices.Values.FirstOrDefault(d => d.Ticket.Id == id);

    /// <summary>False when somebody else was faster.</summary>
    internal bool Answer(DeviceRequest before, DeviceRequest after) => _devices.TryUpdate(before.UserCode, after, before);

    /// <summary>Remembers a consent.</summary>
    /// <param name="user">Whose it is; empty for the whole tenant.</param>
    /// <param name="permissions">Written <c>audience/permission</c>.</param>
    internal void Consent(Guid tenant, Guid client, Guid user, IReadOnlyList<string> permissions)
    {
        if (_consents.Count < Most)
        {
            _consents.AddOrUpdate(
                (tenant, client, user),
                permissions,
                (_, before) => [.. before.Union(permissions, StringComparer.OrdinalIgnoreCase)]);
        }
    }

    /// <summary>The user's own consents and those for the whole tenant.</summary>
    internal IEnumerable<string> ConsentsOf(Guid tenant, Guid client, Guid user)
    {
        IReadOnlyList<string> everybody = _consents.GetValueOrDefault((tenant, client, Guid.Empty)) ?? [];
        return user == Guid.Empty ? everybody : everybody.Concat(_consents.GetValueOrDefault((tenant, client, user)) ?? []);
    }

    /// <summary>Nobody signed in, nothing redeemed, nobody waiting, no consent but those of the tenant files.</summary>
    public void Reset()
    {
        foreach (KeyValuePair<Guid, DateTimeOffset> line in _lines)
        {
            _endedLines[line.Key] = line.Value;
        }

        _lines.Clear();
        _redeemed.Clear();
        _devices.Clear();
        _consents.Clear();
    }

    private static void Prune(ConcurrentDictionary<Guid, DateTimeOffset> ids, DateTimeOffset now)
    {
        if (ids.Count < Most)
        {
            return;
        }

        foreach (KeyValuePair<Guid, DateTimeOffset> old in ids.Where(entry => entry.Value < now))
        {
            ids.TryRemove(old);
        }

        // Nothing has expired: better to forget a used code than to grow without end.
        foreach (KeyValuePair<Guid, DateTimeOffset> old in ids.Count < Most ? [] : ids.OrderBy(entry => entry.Value).Take(Most / 2))
        {
            ids.TryRemove(old);
        }
    }
}
