using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Harness.Contracts.Access;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Tests.Support;

/// <summary>Calls operations one by one, with and without credentials, and collects every answer that is not as declared.</summary>
internal sealed class OperationSweep(RunningServer server, DeclaredOperations declared)
{
    private const int AtATime = 4;

    private readonly ConcurrentQueue<string> _failures = new();
    private readonly ConcurrentDictionary<string, OperationRow> _exchanges = new(StringComparer.Ordinal);

    private int _validated;

    /// <summary>How many documents were held against a schema.</summary>
    public int Validated => _validated;

    public IReadOnlyList<string> Failures => [.. _failures];

    /// <summary>The first few, and how many there are: what fails a test must be readable.</summary>
    public string Summary => $"{_failures.Count} answers are not as declared:\n{string.Join('\n', _failures.Take(20))}\n";

    public async Task Run(IEnumerable<OperationRow> rows)
    {
        ILookup<bool, OperationRow> rowsByState = rows.ToLookup(r => r.PortalPath.Contains("/feed/subscriptions/", StringComparison.Ordinal));
        await Parallel.ForEachAsync(rowsByState[false], new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (row, _) => await Try(row));
        foreach (OperationRow row in rowsByState[true].OrderBy(Turn))
        {
            await Try(row);
        }

        await AskTheJournal();
    }

    // What a subscription gives is there between its start and its stop.
    private static int Turn(OperationRow row) => row.PortalPath switch
    {
        var path when path.EndsWith("/start", StringComparison.Ordinal) => 0,
        var path when path.EndsWith("/stop", StringComparison.Ordinal) => 2,
        _ => 1,
    };

    private async Task Try(OperationRow row)
    {
        if (declared.Find(row) is not { } operation)
        {
            _failures.Enqueue($"{row}: the contract files have no such operation");
            return;
        }

        PortalAnswer answer = await server.Call(row, await server.SessionFor(row), AcceptAsScriptsDo);
        Remember(row, answer);
        CheckSuccess(row, operation, answer);

        PortalAnswer bare = await server.Call(row, null);
        Remember(row, bare);
        CheckRefusal(row, answer.Status, bare);
    }

    private void CheckSuccess(OperationRow row, Operation operation, PortalAnswer answer)
    {
        if (!IsRight(operation, answer.Status) || !answer.Decision.EndsWith("/served", StringComparison.Ordinal))
        {
            Fail(row, $"answered {answer.Status} ({answer.Decision}), declared are {string.Join(", ", operation.Responses.Select(r => r.Key))}");
            return;
        }

        MediaContent? json = operation.Success!.Content.FirstOrDefault(c => c.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase));
        if (answer.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            if (operation.Success!.Content.Count > 0 && answer.Bytes.Length > 0 && !operation.Success.Content.Any(c => c.MediaType.StartsWith(answer.ContentType ?? "-", StringComparison.OrdinalIgnoreCase)))
            {
                Fail(row, $"came as {answer.ContentType}, declared are {string.Join(", ", operation.Success.Content.Select(c => c.MediaType))}");
            }

            return;
        }

        Interlocked.Increment(ref _validated);
        if (json?.Schema is { } schema && SchemaValidator.Validate(schema, answer.Bytes) is { Count: > 0 } violations)
        {
            Fail(row, $"breaks its schema: {string.Join("; ", violations.Take(3))}");
        }
    }

    private void CheckRefusal(OperationRow row, int success, PortalAnswer bare)
    {
        IReadOnlyList<IAccessRequirement> requirements = declared.Requirements(row);
        if (requirements.Count == 0)
        {
            if (bare.Status != success)
            {
                Fail(row, $"needs nothing, and answered {bare.Status} ({bare.Decision}) to a call with nothing");
            }

            return;
        }

        int refusal = declared.Family(row.Family).Refusals[requirements[0].RefusalFor("missing")!].Status;
        if (!bare.Decision.StartsWith("access/", StringComparison.Ordinal) || !bare.Decision.EndsWith("-missing", StringComparison.Ordinal) || bare.Status != refusal)
        {
            Fail(row, $"answered {bare.Status} ({bare.Decision}) to a call without credentials, not {refusal}");
        }
    }

    // SharePoint answers XML to a caller that does not ask for JSON.
    private static void AcceptAsScriptsDo(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("Accept", "application/json, text/plain, */*");

    // An operation that declares no success was never seen to succeed: what it declares is what was observed.
    private static bool IsRight(Operation operation, int status)
    {
        int[] good = [.. operation.Responses.Where(r => !r.IsDefault).Select(r => r.Status).Where(s => s is >= 200 and < 300)];
        return good.Length > 0 ? status == good.Min() : operation.Responses.Any(r => r.IsDefault ? status == 200 : r.Status == status);
    }

    private async Task AskTheJournal()
    {
        var exchanges = (JsonArray)(await server.Control($"exchanges?limit={_exchanges.Count}"))["exchanges"]!;
        exchanges.Should().HaveCount(_exchanges.Count, "the journal is large enough for every call");
        foreach (JsonNode? exchange in exchanges)
        {
            OperationRow row = _exchanges[(string)exchange!["id"]!];
            if ((string?)exchange["operation"] != row.Name || (string?)exchange["family"] != row.Family)
            {
                Fail(row, $"was answered by {exchange["family"]} {exchange["operation"]}");
            }
        }
    }

    private void Remember(OperationRow row, PortalAnswer answer)
    {
        if (!answer.Headers.TryGetValue("x-harness-exchange", out string? id))
        {
            Fail(row, $"answered {answer.Status} without naming its exchange");
            return;
        }

        _exchanges[id] = row;
    }

    private void Fail(OperationRow row, string what) => _failures.Enqueue($"{row}: {what}");
}
