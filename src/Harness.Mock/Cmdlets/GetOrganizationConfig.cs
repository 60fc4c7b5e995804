using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;

namespace Harness.Mock.Cmdlets;

/// <summary>Settings of the organization: one element.</summary>
internal sealed class GetOrganizationConfig : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        Tenant tenant = call.Directory.Tenant;
        return new CmdletOutcome([new JsonObject
        {
            ["Name"] = tenant.Domains[0],
            ["DisplayName"] = tenant.DisplayName,
            ["Identity"] = tenant.Domains[0],
            ["Guid"] = tenant.Id,
            ["IsDehydrated"] = false,
            ["OAuth2ClientProfileEnabled"] = true,
            ["MailTipsAllTipsEnabled"] = true,
            ["MailTipsExternalRecipientsTipsEnabled"] = false,
            ["MailTipsGroupMetricsEnabled"] = true,
            ["MailTipsLargeAudienceThreshold"] = 25,
            ["AuditDisabled"] = !tenant.Has("UnifiedAuditLog"),
            ["WhenCreatedUTC"] = call.Today.AddDays(-900).ToString("s") + "Z",
        }]);
    }
}
