namespace Harness.Mock.ServiceHealth;

/// <summary>A service whose health is told.</summary>
/// <param name="Prefix">Two letters that its incidents' ids begin with.</param>
internal sealed record HealthWorkload(string Id, string DisplayName, string Prefix, IReadOnlyList<HealthFeature> Features)
{
    public static readonly IReadOnlyList<HealthWorkload> All =
    [
        new("Exchange", "Exchange Online", "EX", [new("Signin", "Sign-in"), new("EmailAccess", "E-Mail and calendar access"), new("EmailDelivery", "E-Mail timely delivery"), new("Provisioning", "Management and Provisioning")]),
        new("SharePoint", "SharePoint Online", "SP", [new("sitesaccess", "SharePoint Features"), new("search", "Search"), new("provisioning", "Provisioning")]),
        new("OneDriveForBusiness", "OneDrive for Business", "OD", [new("onedriveforbusiness", "OneDrive for Business")]),
        new("microsoftteams", "Microsoft Teams", "TM", [new("teamscomponents", "Teams Components")]),
        new("OrgLiveID", "Identity Service", "OI", [new("OrgIdSignin", "Sign-In"), new("OrgIdAdministration", "Administration")]),
        new("O365Client", "Microsoft 365 Apps", "OC", [new("licensing", "Licensing and renewal"), new("download", "Download")]),
        new("Intune", "Microsoft Intune", "IT", [new("intune", "Microsoft Intune")]),
        new("yammer", "Viva Engage", "YA", [new("yammerfeatures", "Viva Engage Components")]),
    ];
}
