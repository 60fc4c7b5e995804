using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Guard;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Planning;

/// <summary>A person has looked at every GET that is imported.</summary>
internal sealed class ImportedReviewTests
{
    // Each does more than read, or hands out what nobody should have in memory.
    private static readonly string[] Dangerous =
    [
        "purview-portal /api/Auth/getToken",
        "purview-portal /api/Auth/getSpaAuthCode",
        "m365-admin /admin/api/users/getuseraccesstoken",
        "m365-admin /admin/api/Tenant/StartOfflineProcesses",
        "m365-admin /fd/KeyFulfillment/v3.0/softwareKeys",
        "exchange /beta/UserProfile/ExchangeAdminCenter.GetFeedbackAccessToken()",
        "exchange /beta/UserProfile/ExchangeAdminCenter.GetOCPSAccessToken()",
        "viva-engage /api/v1/oauth2/aad_access_token",
        "entra-b2c /api/tenants/GetAndInitializeTenantPolicy",
        "entra-iam /api/MultiFactorAuthentication/GetOrCreateExpandedTenantModel",
        "entra-iam /api/User/TemporaryPassword",
        "entra-iam /api/RequestApprovals/V2/Requests/{requestId}/deny",
        "entra-iam /api/MultiFactorAuthentication/ActivationCredentials",
        "entra-iam /api/MultiFactorAuthentication/TenantModel/LicenseKey",
        "entra-iam /api/ManagedApplications/{spId}/PasswordSsoCredentials/{targetType}/{targetId}",
        "entra-iam /api/MultiFactorAuthentication/HardwareToken/users/download",
        "defender /apiproxy/mtp/responseApiPortal/sampledownloadrequest/generatedownloaduri/V2",
        "defender /apiproxy/mtp/liveResponseApi/download_file",
        "power-platform /v1.0/tenants/{tenantId}/Downloads/getAll/PowerAppsTenantLicenseDetailsDownload",
        "intune-autopatch /access-control/v1/UserToken",
        "teams /Skype.TelephoneNumberMgmt/tenants/{tenantId}/port-out-pin",
    ];

    // Earlier states of the specs had them, so a tenant may still.
    private static readonly string[] KnownFromEarlierSpecs = ["/api/v1/lifecycleWorkflows/**", "/admin/api/dirsyncerrors/**"];

    private static readonly string[] Families = [.. DriftBench.Core.Families.Select(f => f.Id)];

    [Rail("R06")]
    [TestCaseSource(nameof(Dangerous))]
    public void A_GET_that_does_more_than_read_is_unsafe(string call)
    {
        SharedSpecs.RequireNodoc();
        string[] words = call.Split(' ', 2);
        Operation operation = DriftBench.Imported.Operations.First(o => o.Family == words[0] && o.Method == "GET" && o.PortalPath == words[1]);

        new GetReview(FamilyOf(words[0])).Judge(operation.PortalPath).Reason.Should().Be("unsafe");
    }

    [Rail("R06")]
    [Rail("R22")]
    [TestCaseSource(nameof(Families))]
    public void Every_imported_GET_of_a_family_was_looked_at(string family)
    {
        SharedSpecs.RequireNodoc();
        var review = new GetReview(FamilyOf(family));

        DriftBench.Imported.Operations.Where(o => o.Family == family && o.Method == "GET")
            .Where(o => review.Judge(o.PortalPath).Reason == "not-listed").Select(o => o.PortalPath).Should().BeEmpty();
    }

    [Rail("R06")]
    [TestCaseSource(nameof(Families))]
    public void A_new_GET_in_an_area_that_nobody_knows_is_not_listed(string family) =>
        new GetReview(FamilyOf(family)).Judge("/brand-new-area/things").Reason.Should().Be("not-listed");

    [TestCaseSource(nameof(Families))]
    public void Every_entry_lists_something_that_is_there(string family)
    {
        SharedSpecs.RequireNodoc();
        Family declared = FamilyOf(family);
        Operation[] operations = [.. DriftBench.Imported.Operations.Where(o => o.Family == family)];

        declared.SafeGets.Concat(declared.UnsafeGets).SelectMany(g => g.Paths).Where(p => !KnownFromEarlierSpecs.Contains(p.Text))
            .Where(p => !operations.Any(o => p.Matches("GET", o.PortalPath))).Select(p => p.Text).Should().BeEmpty();
    }

    private static Family FamilyOf(string id) => DriftBench.Core.Families.Single(f => f.Id == id);
}
