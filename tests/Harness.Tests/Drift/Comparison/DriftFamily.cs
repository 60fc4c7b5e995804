using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Tests.Drift.Comparison;

/// <summary>Families by hand: a plain one, and one that has a license and refusals that look different.</summary>
internal static class DriftFamily
{
    public const string NoRoute = """{"message":"No HTTP resource was found that matches the request."}""";
    public const string NoObject = """{"error":{"code":"ResourceNotFound","message":"It does not exist."}}""";
    public const string NoLicense = """{"error":{"code":"NotLicensed","message":"The tenant has no license."}}""";
    public const string WrongRegion = """{"error":{"code":"TenantNotInRegion","message":"Ask elsewhere."}}""";

    public static Family Plain { get; } = new()
    {
        Id = "things",
        Title = "Things",
        AccessModel = "none",
        Hosts = [new FamilyHost(HostPattern.Parse("portal.example"), "")],
        Refusals = new[] { Refusal("no-route", NoRoute), Refusal("no-object", NoObject), Refusal("unlicensed", NoLicense), Refusal("wrong-region", WrongRegion) }
            .ToDictionary(r => r.Name, StringComparer.Ordinal),
        UnknownPath = "no-route",
        WrongMethod = "no-route",
        UnknownObject = "no-object",
        InvalidCall = "no-route",
    };

    public static Family Licensed { get; } = Plain with
    {
        Licenses = [new LicenseGate("PLAN", [PathGlob.Parse("/api/premium/**")], "unlicensed", "unlicensed", EvidenceGrade.Inferred)],
    };

    private static Refusal Refusal(string name, string body) => new(
        name, 404, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), body, EvidenceGrade.Inferred, "made up", null, []);
}
