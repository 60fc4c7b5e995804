using Harness.Contracts;
using Harness.Stubs;
using Harness.Stubs.Mappings;
using Harness.Stubs.Requests;

namespace Harness.Tests.Support;

/// <summary>Stub mappings by hand, and what they do with a call.</summary>
internal static class Mapping
{
    public const string File = "mocks/portal/a.json";

    /// <summary>A sound mapping.</summary>
    public static StubMapping Read(string json)
    {
        StubMapping[] read = [.. Read(json, out List<ContractProblem> problems)];
        problems.Should().BeEmpty();
        return read.Should().ContainSingle().Subject;
    }

    public static IReadOnlyList<StubMapping> Read(string json, out List<ContractProblem> problems)
    {
        problems = [];
        return StubMappingReader.Read(json, File, null, problems);
    }

    /// <summary>WireMock.Net's dialect, by what stands in the request.</summary>
    public static StubMapping ForRequest(string members) => Read($$"""{ "Request": { {{members}} }, "Response": {} }""");

    /// <summary>WireMock's own dialect.</summary>
    public static StubMapping ForJavaRequest(string members) => Read($$"""{ "request": { {{members}} }, "response": {} }""");

    public static bool Accepts(this StubMapping mapping, string method, string target, string body = "", params (string Name, string Value)[] headers) =>
        mapping.Request.Accepts(new StubCall(new FakeStubRequest(method, target, body, headers)));

    public static StubAnswer Answer(this StubMapping mapping, IStubRequest request, TimeProvider? clock = null) =>
        new StubResponder(clock ?? new StandingClock(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero)), 1).Answer(mapping, new StubCall(request));
}
