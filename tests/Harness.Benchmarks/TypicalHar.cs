using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Benchmarks;

/// <summary>Traffic as a portal makes it: lists of users, devices and alerts, the same headers and cookies in every call.</summary>
internal static class TypicalHar
{
    private const int RowsPerList = 25;

    public static byte[] Build(int seed, int calls, int distinctRows = 3000)
    {
        var draw = new Draw(seed);
        string cookie = $"sccauth={draw.Text(900)}; XSRF-TOKEN={draw.Text(120)}", tenant = draw.Id().ToString(), token = $"Bearer {draw.Text(1200)}";
        string[] rows = [.. Enumerable.Range(0, distinctRows).Select(_ => Row(draw, tenant))];
        var entries = new JsonArray();
        for (int i = 0; i < calls; i++)
        {
            JsonObject entry = HarPlanter.Empty($"https://security.microsoft.com/apiproxy/mtp/ndr/machines?machineId={draw.Id()}&pageIndex={i}&tid={tenant}");
            Header(entry, "request", "Cookie", cookie);
            Header(entry, "request", "Authorization", token);
            Header(entry, "request", "User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36");
            Header(entry, "response", "Content-Type", "application/json; charset=utf-8");
            Header(entry, "response", "x-ms-request-id", draw.Id().ToString());
            Positions.Body(entry, $$"""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":[{{string.Join(',', Enumerable.Range(0, RowsPerList).Select(row => distinctRows > calls ? rows[((i * RowsPerList) + row) % rows.Length] : draw.One(rows)))}}]}""");
            entries.Add(entry);
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["log"] = new JsonObject { ["version"] = "1.2", ["entries"] = entries } });
    }

    private static string Row(Draw draw, string tenant) =>
        $$"""{"id":"{{draw.Id()}}","tenantId":"{{tenant}}","displayName":"{{draw.Name()}}","userPrincipalName":"{{draw.Upn()}}","deviceName":"LT-{{draw.Digits(5)}}","lastIpAddress":"10.1.{{draw.Number(250)}}.{{draw.Number(250)}}","osPlatform":"Windows11","version":"22H2","riskScore":"Medium","exposureLevel":"Low","healthStatus":"Active","isAadJoined":true,"firstSeen":"2026-06-11T08:14:55Z","score":{{draw.Number(100)}},"tags":["vip","internal"],"description":"Shows devices that have not checked in for a while and were seen by the sensor."}""";

    private static void Header(JsonObject entry, string side, string name, string value) => entry[side]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = name, ["value"] = value });
}
