using System.Text;
using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Harvest;
using Harness.Drift.Inference;
using Harness.Drift.Planning;

namespace Harness.Drift.Probing;

/// <summary>Asks one operation once, and turns the answer into an observation before anything else can look at it.</summary>
internal sealed class ProbeSender(GuardedClient client, ITargetCredentials credentials, Admissions admissions, TimeProvider clock)
{
    private readonly HeaderNames _names = new();
    private readonly MediaTypes _mediaTypes = new();

    /// <param name="store">Takes the ids that other probes wait for.</param>
    /// <param name="look">Sees the body while it is in memory, to read whose tenant it is.</param>
    public async ValueTask<Observation> Ask(FilledCall call, HarvestStore store, Action<ReadOnlyMemory<byte>>? look, CancellationToken cancelled)
    {
        PlannedProbe probe = call.Probe;
        CallCredentials carried;
        try
        {
            carried = await credentials.For(probe.Family, probe.Operation, probe.Access, probe.Host, cancelled);
        }
        catch (HarnessException)
        {
            return NotSent(probe, SkipReasons.NoSession, call.Sample);
        }

        if (admissions.Ask(probe.Operation, probe.Host, Address(call, carried), out ReviewVerdict refusal) is not { } leave)
        {
            return NotSent(probe, refusal.Reason, call.Sample);
        }

        long begun = clock.GetTimestamp();
        try
        {
            using GuardedAnswer? answer = await client.Get(leave, carried, cancelled);
            return answer is null
                ? NotSent(probe, client.Budget.IsUsedUp ? SkipReasons.Budget : SkipReasons.Throttled, call.Sample)
                : Read(call, answer, store, look, clock.GetElapsedTime(begun));
        }
        catch (TimeoutException)
        {
            return Failed(call, "timeout", clock.GetElapsedTime(begun));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            GuardViolationException? violation = exception as GuardViolationException ?? exception.InnerException as GuardViolationException;
            return violation is null ? Failed(call, "connection", clock.GetElapsedTime(begun)) : throw new GuardRefusalException(violation.Message, "Report it: an inner layer of the guard had to hold");
        }
    }

    public Observation NotSent(PlannedProbe probe, string reason, int sample = 0) => NotSent(probe.Operation, reason, sample);

    public Observation NotSent(Operation operation, string reason, int sample = 0) => new()
    {
        Family = operation.Family,
        Method = operation.Method,
        Path = operation.Path,
        Outcome = ProbeOutcome.NotSent,
        Reason = reason,
        Sample = sample,
        At = clock.GetUtcNow(),
    };

    private static string Address(FilledCall call, CallCredentials carried)
    {
        if (call.Query.Count == 0 && carried.Query.Count == 0)
        {
            return call.Path;
        }

        var address = new StringBuilder(call.Path);
        char separator = '?';
        foreach (KeyValuePair<string, string> pair in call.Query.Concat(carried.Query.Where(c => !call.Query.Any(q => q.Key.Equals(c.Key, StringComparison.OrdinalIgnoreCase)))))
        {
            address.Append(separator).Append(Uri.EscapeDataString(pair.Key)).Append('=').Append(Uri.EscapeDataString(pair.Value));
            separator = '&';
        }

        return address.ToString();
    }

    private Observation Read(FilledCall call, GuardedAnswer answer, HarvestStore store, Action<ReadOnlyMemory<byte>>? look, TimeSpan latency)
    {
        string mediaType = _mediaTypes.Of(answer);
        bool isEncoded = answer.ContentHeaders.NonValidated.Contains("Content-Encoding") && answer.ContentHeaders.ContentEncoding.Count > 0;
        BodyKind kind = isEncoded ? BodyKind.Binary : AnswerKinds.Of(answer.Body, mediaType);
        Shape? shape = kind == BodyKind.Json && !answer.IsTooLarge ? ShapeReader.TryRead(answer.Body) : null;
        bool isGood = answer.Status is >= 200 and < 300 && shape is not null;
        if (isGood && store.IsWanted(call.Probe.Key))
        {
            store.Take(call.Probe.Key, answer.Body, call.Values);
        }

        if (isGood)
        {
            look?.Invoke(answer.Memory);
        }

        return Basis(call, latency) with
        {
            Outcome = ProbeOutcome.Answered,
            Status = answer.Status,
            MediaType = mediaType,
            BodyKind = kind == BodyKind.Json && shape is null ? BodyKind.Text : kind,
            Redirect = answer.Status is >= 300 and < 400 ? AnswerKinds.Target(answer.Headers.Location, call.Probe.Host) : RedirectTarget.None,
            HeaderNames = _names.Of(answer),
            Body = shape,
            Bytes = answer.Length,
        };
    }

    private Observation Failed(FilledCall call, string reason, TimeSpan latency) => Basis(call, latency) with { Reason = reason };

    private Observation Basis(FilledCall call, TimeSpan latency) => new()
    {
        Family = call.Probe.Family.Id,
        Method = call.Probe.Operation.Method,
        Path = call.Probe.Operation.Path,
        Outcome = ProbeOutcome.Failed,
        Sample = call.Sample,
        At = clock.GetUtcNow(),
        Latency = latency,
        ObjectKey = call.ObjectKey,
        UsesHarvestedId = call.Probe.UsesForeignIds,
        UsesStandIn = call.UsesStandIn,
    };
}
