namespace Harness.Identity.Resources;

/// <summary>Services of Microsoft that are in every tenant; their ids are public and the same everywhere.</summary>
internal static class WellKnownResources
{
    public const string Graph = "https://graph.microsoft.com";

    /// <summary>What a v1 request that names no resource means.</summary>
    public const string DirectoryGraph = "https://graph.windows.net";

    public static readonly ApiResource[] All =
    [
        new(new("00000003-0000-0000-c000-000000000000"), "Microsoft Graph", [Graph]),
        new(new("00000002-0000-0000-c000-000000000000"), "Windows Azure Active Directory", [DirectoryGraph]),
        new(new("c5393580-f805-4401-95e8-94b7a6ef2fc2"), "Office 365 Management APIs", ["https://manage.office.com"]),
        new(new("00000002-0000-0ff1-ce00-000000000000"), "Office 365 Exchange Online", ["https://outlook.office365.com", "https://outlook.office.com"]),
        new(new("00000003-0000-0ff1-ce00-000000000000"), "Office 365 SharePoint Online", []),
        new(new("8578e004-a5c6-46e7-913e-12f58912df43"), "Power Platform API", ["https://api.powerplatform.com"]),
        new(new("475226c6-020e-4fb2-8a90-7a972cbfc1d4"), "PowerApps Service", ["https://service.powerapps.com", "https://apps.powerapps.com"]),
        new(new("797f4846-ba00-4fd7-ba43-dac1f8f63013"), "Windows Azure Service Management API", ["https://management.azure.com", "https://management.core.windows.net"]),
        new(new("74658136-14ec-4630-ad9b-26e160ff0fc6"), "ADIbizaUX", []),
        new(new("00000007-0000-0000-c000-000000000000"), "Dataverse", []),

        // No make-believe tenant has this plan.
        new(new("996def3d-b36c-4153-8607-a6fd3c01b89f"), "Dynamics 365 Business Central", ["https://api.businesscentral.dynamics.com"]) { Plan = "DYN365_BUSINESS_CENTRAL" },
    ];
}
