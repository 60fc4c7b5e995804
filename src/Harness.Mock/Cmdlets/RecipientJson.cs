using System.Text.Json.Nodes;

namespace Harness.Mock.Cmdlets;

/// <summary>Recipients as cmdlets print them.</summary>
internal static class RecipientJson
{
    public static JsonObject Mailbox(Recipient mailbox, IReadOnlyList<Recipient> behalf, bool withNames, DateTime created) => new()
    {
        ["Identity"] = mailbox.DisplayName,
        ["ExternalDirectoryObjectId"] = mailbox.ObjectId,
        ["Guid"] = mailbox.Id,
        ["Alias"] = mailbox.Alias,
        ["DisplayName"] = mailbox.DisplayName,
        ["UserPrincipalName"] = mailbox.Address,
        ["PrimarySmtpAddress"] = mailbox.Address,
        ["EmailAddresses"] = new JsonArray($"SMTP:{mailbox.Address}"),
        ["RecipientTypeDetails"] = mailbox.Details,
        ["GrantSendOnBehalfTo"] = new JsonArray([.. behalf.Select(r => (JsonNode)r.Alias)]),
        ["GrantSendOnBehalfToWithDisplayNames"] = withNames ? new JsonArray([.. behalf.Select(r => (JsonNode)$"{r.Alias} ({r.DisplayName})")]) : null,
        ["WhenCreatedUTC"] = created.ToString("s") + "Z",
    };

    public static JsonObject Member(Recipient member) => new()
    {
        ["Identity"] = member.DisplayName,
        ["ExternalDirectoryObjectId"] = member.ObjectId,
        ["Guid"] = member.Id,
        ["Alias"] = member.Alias,
        ["DisplayName"] = member.DisplayName,
        ["PrimarySmtpAddress"] = member.Address,
        ["RecipientType"] = member.Type,
        ["RecipientTypeDetails"] = member.Details,
    };
}
