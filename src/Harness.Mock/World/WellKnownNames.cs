namespace Harness.Mock.World;

/// <summary>Names that every tenant of the real thing has, where invented ones would look wrong.</summary>
internal static class WellKnownNames
{
    public static readonly string[] Roles =
    [
        "Global Administrator", "Security Reader", "Exchange Administrator", "User Administrator", "Intune Administrator", "Compliance Administrator",
        "SharePoint Administrator", "Teams Administrator",
    ];

    public static readonly string[] Departments =
        ["Finance", "Sales", "Legal", "Engineering", "Human Resources", "Marketing", "Operations", "Security", "Facilities", "Research"];

    public static readonly string[] Incidents =
    [
        "Multi-stage incident on several endpoints", "Suspicious sign-in by one user", "Ransomware activity was prevented", "Phishing messages were delivered",
        "Unusual mailbox forwarding", "Credential access on one endpoint", "Malware was detected in a download", "Impossible travel of one user",
    ];

    public static readonly string[] Alerts =
    [
        "Suspicious PowerShell command line", "Anomalous token", "Email messages removed after delivery", "Suspicious inbox rule", "Malicious file was quarantined",
        "Connection to a rare domain", "Password spray", "Tampering with the security sensor",
    ];

    public static readonly string[] Policies =
    [
        "Require multifactor authentication for administrators", "Block legacy authentication", "Baseline compliance", "Default retention", "Safe attachments",
        "Require compliant devices", "External sharing", "Standard protection",
    ];

    public static readonly string[] Licenses =
        ["ENTERPRISEPREMIUM", "SPE_E5", "AAD_PREMIUM_P2", "EMSPREMIUM", "POWER_BI_PRO", "PROJECTPROFESSIONAL", "VISIOCLIENT", "TEAMS_PREMIUM"];

    public static readonly string[] Environments = ["default", "Production", "Sandbox", "Development", "Test", "Training", "Trial", "Staging"];

    public static readonly string[] OperatingSystems = ["Windows11", "Windows10", "WindowsServer2022", "macOS", "iOS", "Android", "Linux"];

    public static readonly string[] Manufacturers = ["Dell Inc.", "HP", "Lenovo", "Microsoft Corporation", "Apple", "Samsung"];

    public static readonly string[] Models = ["Latitude 7450", "EliteBook 840", "ThinkPad T14", "Surface Laptop 6", "MacBook Pro", "Galaxy S24"];
}
