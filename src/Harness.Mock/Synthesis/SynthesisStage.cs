using Harness.Mock.Exchanges;
using Harness.Mock.Portals;
using Harness.Mock.Refusals;
using Harness.Mock.Tenancy;

namespace Harness.Mock.Synthesis;

/// <summary>The last stage: makes up the answer from the contract and the seeded world, or says that there is no such object.</summary>
internal sealed class SynthesisStage(PortalTable portals, MockServerOptions options, TenantInForce tenant, TimeProvider clock) : IStage
{
    private static readonly Decision Served = new(
        Stages.Synthesis, "served", "The call was let in; the answer is made up from the contract and the seeded world.", null, null, null);

    private readonly Lock _lock = new();
    private volatile SynthesisDay? _day;

    /// <summary>Calls that succeed in the tenant now in force.</summary>
    public ExampleCalls Examples => Today().Synthesizer.Examples;

    /// <summary>Makes answers in the tenant now in force.</summary>
    public AnswerSynthesizer Synthesizer => Today().Synthesizer;

    /// <summary>What answers are made up from now; another instance on another day or in another tenant.</summary>
    public SynthesisDay Day => Today();

    public Reply Answer(Exchange exchange)
    {
        PortalOperation plan = exchange.Plan!;
        SynthesisDay day = Today();
        bool hasParameters = exchange.Values.Count > 0;
        string? accept = plan.ChoosesByAccept ? exchange.Header("Accept") : null;
        if (day.Answers.Find(plan.Index, exchange.Path, accept, hasParameters) is { } known)
        {
            return known;
        }

        Reply reply = MakeUp(exchange, plan, day, accept);
        if (ReferenceEquals(reply.Decision, Served))
        {
            day.Answers.Keep(plan.Index, exchange.Path, accept, hasParameters, reply);
        }

        return reply;
    }

    private static Reply MakeUp(Exchange exchange, PortalOperation plan, SynthesisDay day, string? accept)
    {
        return day.Synthesizer.Answer(plan.Operation, ValuesOf(exchange), accept) switch
        {
            SynthesizedAnswer made => new Reply(made.Status, Served) { ContentType = made.ContentType, Body = made.Body },
            NoSuchObject missing => RefuseObject(exchange, missing),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no result that can be answered."),
        };
    }

    public static Dictionary<string, string> ValuesOf(Exchange exchange)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (Harness.Contracts.Routing.PathValue value in exchange.Values)
        {
            values[value.Name] = value.Value;
        }

        return values;
    }

    public static Reply RefuseObject(Exchange exchange, NoSuchObject missing) =>
        exchange.Portal.Refusals.Answer(exchange.Portal.Family.UnknownObject, exchange, new Grounds(
            Stages.State,
            "no-such-object",
            $"The list {missing.ListPath} returns no {missing.Parameter} '{missing.Value}'.",
            $"Take an id from GET {missing.ListPath}.",
            Name: missing.Value));

    // Dates lie near the clock and are anchored to its day, so a new day is a new set of answers; so is another tenant.
    private SynthesisDay Today()
    {
        SynthesisDay? day = _day;
        DateOnly date = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return day is not null && day.Date == date && ReferenceEquals(day.Tenant, tenant.Current) ? day : Turn(date);
    }

    private SynthesisDay Turn(DateOnly date)
    {
        lock (_lock)
        {
            Contracts.Tenants.Tenant now = tenant.Current;
            if (_day is { } day && day.Date == date && ReferenceEquals(day.Tenant, now))
            {
                return day;
            }

            AnswerSynthesizer synthesizer = _day?.Synthesizer.In(now, options.Seed) ?? new AnswerSynthesizer(
                portals.Table.Operations, portals.Families, now, options.Seed, clock, new SynthesisOptions { Placeholders = !options.NoCore });
            return _day = new SynthesisDay(date, now, synthesizer, new AnswerCache(portals.Plans.Count));
        }
    }
}
