using System.Text.Json.Nodes;
using Harness.Contracts.Routing;

namespace Harness.Mock.Journal;

/// <summary>Finds what a call without an operation nearly reached; worked out when somebody reads the journal, not when the call comes.</summary>
internal sealed class NearMissView(OperationTable table)
{
    public JsonArray Show(JournalEntry entry) => new([.. NearMisses.Find(table, entry.Host, entry.Method, entry.Path).Select(Show)]);

    private static JsonObject Show(NearMiss miss) => new()
    {
        ["family"] = miss.Operation.Family,
        ["operation"] = $"{miss.Operation.Method} {miss.Operation.Path}",
        ["hosts"] = new JsonArray([.. miss.Operation.Hosts.Select(h => (JsonNode)h)]),
        ["reason"] = miss.Reason,
    };
}
