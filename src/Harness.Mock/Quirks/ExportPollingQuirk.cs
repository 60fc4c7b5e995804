using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Harness.Contracts.Families;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.World;

namespace Harness.Mock.Quirks;

/// <summary>A job that one call starts and another asks about until it is done. Its id says by itself when it was started, so any server can tell.</summary>
/// <remarks>
/// Settings: <c>id</c>, the JSON pointer of the id that a start answers with; <c>asks</c>, the query parameter that brings it back; <c>takes</c>, how
/// long a job runs by the virtual clock; <c>/pointer: value</c>, what the answer says until then; <c>remove</c>, what it lacks until then.
/// </remarks>
internal sealed class ExportPollingQuirk : IQuirk
{
    public const string Kind = "export-polling";

    private readonly QuirkDeclaration _declaration;
    private readonly QuirkTools _tools;
    private readonly JsonPlace _id;
    private readonly string _asks;
    private readonly TimeSpan _takes;
    private readonly (JsonPlace Place, JsonTemplate Value)[] _unfinished;
    private readonly JsonPlace[] _removed;

    public ExportPollingQuirk(QuirkSettings settings)
    {
        _declaration = settings.Declaration;
        _tools = settings.Tools;
        _id = JsonPlace.Parse(settings.Text("id") ?? "");
        _asks = settings.Text("asks") ?? "";
        _takes = settings.Duration("takes", TimeSpan.FromSeconds(5));
        _unfinished = [.. settings.Below("/").Select(p => (JsonPlace.Parse("/" + p), settings.Json("/" + p)!))];
        _removed = [.. settings.List("remove").Select(JsonPlace.Parse)];
        settings.Need("id", !_id.IsWhole, "Say where a start answers with the job's id, e.g. /trackingId");
        settings.Need("asks", _asks.Length > 0, "Name the query parameter that brings the id back");
        settings.Need("/...", _unfinished.Length > 0, "Say what an unfinished job looks like, e.g. \"/status\": InProgress");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public Reply? Answer(Exchange exchange) => null;

    public Reply Amend(Exchange exchange, Reply reply)
    {
        if (JsonAnswers.Read(reply) is not { } root)
        {
            return reply;
        }

        if (exchange.Query(_asks) is not { } asked)
        {
            _id.Set(root, () => JsonValue.Create(NewId(exchange.Tenant, exchange.At).ToString("D")));
            return JsonAnswers.Replace(reply, root, _declaration);
        }

        return IsRunning(asked, exchange) ? JsonAnswers.Replace(reply, Unfinished(root, exchange), _declaration) : reply;
    }

    private JsonNode Unfinished(JsonNode root, Exchange exchange)
    {
        ValueScope scope = ValueScope.Of(_tools, exchange);
        foreach ((JsonPlace place, JsonTemplate value) in _unfinished)
        {
            place.Set(root, () => value.Make(scope));
        }

        foreach (JsonPlace place in _removed)
        {
            place.Remove(root);
        }

        return root;
    }

    // Half of it marks the tenant, half is the time: nothing is remembered.
    private static Guid NewId(Tenant tenant, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, MarkOf(tenant));
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], at.ToUnixTimeMilliseconds());
        return new Guid(bytes, bigEndian: true);
    }

    // An id of another kind belongs to a job that was done long ago.
    private bool IsRunning(string asked, Exchange exchange)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!Guid.TryParse(asked, out Guid id) || !id.TryWriteBytes(bytes, bigEndian: true, out _) || BinaryPrimitives.ReadUInt64BigEndian(bytes) != MarkOf(exchange.Tenant))
        {
            return false;
        }

        long age = exchange.At.ToUnixTimeMilliseconds() - BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        return age >= 0 && age < _takes.TotalMilliseconds;
    }

    private static ulong MarkOf(Tenant tenant) => StableHash.Of($"export {tenant.Id:D}");
}
