namespace Harness.Mock.ActivityFeed;

/// <summary>One kind of content: what it is called, how busy it is, and what can happen in it.</summary>
/// <param name="Mark">Three letters that its content ids hold.</param>
/// <param name="MostRecords">Most records that one slot of a working day has.</param>
internal sealed record FeedContentType(string Name, string Mark, int MostRecords, IReadOnlyList<AuditOperation> Operations)
{
    public const string Dlp = "DLP.All";

    public static readonly IReadOnlyList<FeedContentType> All =
    [
        new("Audit.AzureActiveDirectory", "aad", 6,
        [
            new("UserLoggedIn", 15, "AzureActiveDirectory"), new("UserLoginFailed", 15, "AzureActiveDirectory"), new("Add member to group.", 8, "AzureActiveDirectory"),
            new("Update user.", 8, "AzureActiveDirectory"), new("Consent to application.", 8, "AzureActiveDirectory"),
        ]),
        new("Audit.Exchange", "exo", 8,
        [
            new("MailItemsAccessed", 50, "Exchange"), new("Send", 2, "Exchange"), new("New-InboxRule", 1, "Exchange"), new("Set-Mailbox", 1, "Exchange"), new("SoftDelete", 3, "Exchange"),
        ]),
        new("Audit.SharePoint", "spo", 8,
        [
            new("FileAccessed", 6, "SharePoint"), new("FileModified", 6, "OneDrive"), new("FileDownloaded", 6, "SharePoint"), new("SharingSet", 14, "SharePoint"), new("PageViewed", 4, "SharePoint"),
        ]),
        new("Audit.General", "gen", 5,
        [
            new("TeamsSessionStarted", 25, "MicrosoftTeams"), new("MemberAdded", 25, "MicrosoftTeams"), new("AlertTriggered", 40, "SecurityComplianceCenter"), new("SearchCreated", 24, "SecurityComplianceCenter"),
        ]),
        new(Dlp, "dlp", 2, [new("DLPRuleMatch", 13, "Exchange"), new("DLPRuleMatch", 11, "SharePoint"), new("DLPRuleUndo", 11, "OneDrive")]),
    ];

    public bool IsDlp => Name == Dlp;

    public static FeedContentType? Find(string? name) => All.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
