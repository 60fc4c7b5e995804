using System.Text.Json;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Drift.Baselines;
using Harness.Mock.Synthesis;
using Harness.Mock.World;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>Endpoints out of contracts: every GET that answers with JSON, typed or not, as the mock server would answer it.</summary>
internal static class SeededTenant
{
    private static readonly Tenant Lab = new()
    {
        Profile = "lab",
        Id = new Guid("0a1b2c3d-0001-4000-8000-000000000001"),
        DisplayName = "Lab",
        Domains = ["lab.onmicrosoft.com"],
        Hosts = new Dictionary<string, string>(StringComparer.Ordinal),
    };

    /// <param name="most">At most so many endpoints, spread over all families; 0 for all.</param>
    public static IReadOnlyList<SeededEndpoint> Of(CompiledContracts contracts, ulong seed, int most = 0)
    {
        var synthesizer = new AnswerSynthesizer(contracts.Operations, contracts.Families, Lab, (long)seed, new StandingClock(new DateTimeOffset(2026, 5, 4, 10, 30, 0, TimeSpan.Zero)));
        Dictionary<string, Family> families = contracts.Families.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var dice = new Dice(StableHash.Mix(seed, 1));
        Operation[] gets = [.. contracts.Operations.Where(o => o.Method == "GET" && families.ContainsKey(o.Family)).DistinctBy(EndpointKey.Of)];
        var endpoints = new List<SeededEndpoint>();
        foreach (Operation operation in gets.OrderBy(o => dice.At(o.ToString()).State))
        {
            if (most > 0 && endpoints.Count == most)
            {
                break;
            }

            if (LawOf(synthesizer, operation, dice.At(operation.ToString())) is { } law)
            {
                endpoints.Add(new SeededEndpoint(operation, families[operation.Family], law, dice.At(operation.ToString())));
            }
        }

        return endpoints;
    }

    private static AnswerLaw? LawOf(AnswerSynthesizer synthesizer, Operation operation, Dice dice)
    {
        MediaContent? content = operation.Success is { Status: 200 } success ? success.Content.FirstOrDefault(c => c.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase)) : null;
        if (content is null || synthesizer.Answer(operation, synthesizer.Examples.For(operation).PathValues, content.MediaType) is not SynthesizedAnswer { Status: 200, Body.Length: > 0 } answer)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(answer.Body);
        bool hasTag = dice.Below(6, 3) == 0;
        return new AnswerLaw
        {
            Body = new FieldPlanter().Plant([document.RootElement], content.Schema, dice.At("body"), isRoot: true),
            MediaType = content.MediaType.Split(';')[0].Trim().ToLowerInvariant(),
            HeaderNames = hasTag ? ["content-type", "date", "etag"] : ["content-type", "date"],
        };
    }
}
