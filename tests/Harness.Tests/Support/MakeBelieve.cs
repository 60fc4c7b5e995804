using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Contracts.Tenants;
using Harness.Mock.Synthesis;

namespace Harness.Tests.Support;

/// <summary>A tenant, a family and operations by hand.</summary>
internal static class MakeBelieve
{
    public const string Host = "portal.contoso.test";

    public static readonly Tenant Contoso = new()
    {
        Profile = "contoso-e5",
        Id = new Guid("0a1b2c3d-0001-4000-8000-000000000001"),
        DisplayName = "Contoso",
        Domains = ["contoso.onmicrosoft.com", "contoso.com"],
        Hosts = new Dictionary<string, string>(StringComparer.Ordinal) { ["tenant"] = "contoso" },
        Regions = new Dictionary<string, string>(StringComparer.Ordinal) { ["partition"] = "amer01", ["podId"] = "pod-7" },
        Personas =
        [
            new Persona("global-admin", new Guid("0a1b2c3d-0002-4000-8000-000000000001"), "ada@contoso.com", "Ada Admin", "pw", ["Global Administrator"], []),
            new Persona("no-roles", new Guid("0a1b2c3d-0002-4000-8000-000000000002"), "nora@contoso.com", "Nora Nobody", "pw", [], []),
        ],
        Apps = [new AppRegistration(new Guid("0a1b2c3d-0003-4000-8000-000000000001"), "Reporter", [], null, null, [], [])],
    };

    public static StandingClock Clock() => new(new DateTimeOffset(2026, 5, 4, 10, 30, 0, TimeSpan.Zero));

    public static Family Family(Schema? placeholder = null, Schema? item = null) => new()
    {
        Id = "portal",
        Title = "Portal",
        AccessModel = "None",
        Hosts = [new FamilyHost(HostPattern.Parse(Host), "")],
        Refusals = new Dictionary<string, Refusal>(StringComparer.Ordinal),
        UnknownPath = "x",
        WrongMethod = "x",
        UnknownObject = "x",
        InvalidCall = "x",
        PlaceholderObject = placeholder,
        PlaceholderItem = item,
    };

    public static Operation Get(string path, Schema? answer, params OperationParameter[] parameters) => Call("GET", path, "200", "application/json", answer, parameters);

    public static Operation Call(string method, string path, string status, string mediaType, Schema? answer, params OperationParameter[] parameters) => new()
    {
        Family = "portal",
        Method = method,
        Path = path,
        Hosts = [Host],
        Parameters = parameters,
        Responses = [new OperationResponse(status, [new MediaContent(mediaType, answer)])],
    };

    public static AnswerSynthesizer Synthesizer(params Operation[] operations) => new(operations, [Family()], Contoso, 42, Clock());

    public static IReadOnlyDictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
}
