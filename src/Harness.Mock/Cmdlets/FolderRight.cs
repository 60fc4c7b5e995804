using System.Text.Json.Nodes;

namespace Harness.Mock.Cmdlets;

/// <summary>What one user may do in one folder.</summary>
/// <param name="User">Address of a recipient, <c>Default</c> or <c>Anonymous</c>.</param>
/// <param name="Shown">How the user is printed.</param>
/// <param name="Flags">Sharing flags, joined; null for none.</param>
internal sealed record FolderRight(string User, string Shown, IReadOnlyList<string> Rights, string? Flags)
{
    public JsonObject Show(string folder) => new()
    {
        ["Identity"] = Shown,
        ["FolderName"] = folder,
        [nameof(User)] = Shown,
        ["AccessRights"] = new JsonArray([.. Rights.Select(r => (JsonNode)r)]),
        ["SharingPermissionFlags"] = Flags,
    };
}
