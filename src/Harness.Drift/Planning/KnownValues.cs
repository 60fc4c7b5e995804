using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Harness.Contracts.Families;
using Harness.Contracts.Schemas;
using Harness.Drift.Targets;

namespace Harness.Drift.Planning;

/// <summary>Values that are known before anything is asked: what the target file says, what the contract allows, what any service takes.</summary>
internal sealed class KnownValues(Target target, DateTimeOffset now)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    public (ValueOrigin Origin, IReadOnlyList<string> Values) Find(string name, Schema? schema, IReadOnlyList<ReviewedLink> links)
    {
        if (links.FirstOrDefault(l => l.From is null) is { } words)
        {
            return (ValueOrigin.ReviewedLink, words.Values);
        }

        if (OfTarget(name) is { } context)
        {
            return (ValueOrigin.Context, [context]);
        }

        string[] allowed = [.. (schema?.Enum ?? []).Select(Plain).OfType<string>().Take(3)];
        return allowed.Length > 0 ? (ValueOrigin.Contract, allowed) : (ValueOrigin.Convention, Conventional(name, schema) is { } usual ? [usual] : []);
    }

    /// <summary>Whether the target itself says it, so that no answer may say otherwise: ids in answers can be those of another tenant.</summary>
    public static bool IsTenant(string name) =>
        name.Equals("tenantId", StringComparison.OrdinalIgnoreCase) || name.Equals("tid", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same made-up id on every night; null for what is not declared to be one.</summary>
    public string? Guess(string name, Schema? schema) => schema?.Format is "uuid" or "guid"
        ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{target.Name} {name.ToLowerInvariant()}")).AsSpan(0, 16)).ToString("D")
        : null;

    private string? OfTarget(string name)
    {
        if (IsTenant(name))
        {
            return target.TenantId.ToString("D");
        }

        return target.Context.TryGetValue(name, out string? value) || target.Hosts.TryGetValue(name, out value) ? value : null;
    }

    // Enum values are kept as JSON text.
    private static string? Plain(string json) => json switch
    {
        "null" => null,
        ['"', .., '"'] => JsonSerializer.Deserialize<string>(json),
        _ => json,
    };

    private string? Conventional(string name, Schema? schema) => name.TrimStart('$').ToLowerInvariant() switch
    {
        "top" or "pagesize" or "limit" or "take" or "maxresults" or "count" => "5",
        "skip" or "offset" or "pageindex" => "0",
        "page" or "pagenumber" => "1",
        "startdate" or "starttime" or "fromdate" or "fromtime" or "startdatetime" or "from" => Moment(now - Window, schema),
        "enddate" or "endtime" or "todate" or "totime" or "enddatetime" or "to" => Moment(now, schema),
        "lookbackdays" or "lookbackindays" or "days" or "numberofdays" => "7",
        "locale" or "localecode" or "culture" or "lang" or "language" => "en-us",
        _ when schema?.Format is "date-time" or "date" => Moment(now - Window, schema),
        _ when schema?.Types.HasFlag(JsonTypes.Boolean) == true && !schema.Types.HasFlag(JsonTypes.String) => "false",
        _ => null,
    };

    // Observed: the Exchange reports take epoch milliseconds, and say so by declaring a number.
    private static string Moment(DateTimeOffset at, Schema? schema) => schema switch
    {
        _ when schema?.Types.HasFlag(JsonTypes.Integer) == true || schema?.Types.HasFlag(JsonTypes.Number) == true =>
            at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        { Format: "date" } => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };
}
