using System.Globalization;
using System.Text.Json.Nodes;

namespace Harness.Mock.PlatformRoles;

/// <summary>Roles and assignments as the API writes them.</summary>
internal static class RoleAssignmentJson
{
    public static JsonObject Page(IEnumerable<JsonObject> items) => new() { ["value"] = new JsonArray([.. items]) };

    public static JsonObject Of(RoleDefinition role) => new()
    {
        ["roleDefinitionId"] = role.Id,
        ["roleDefinitionName"] = role.Name,
        ["permissions"] = new JsonArray([.. role.Permissions.Select(p => (JsonNode)p)]),
    };

    public static JsonObject Of(RoleAssignment assignment) => new()
    {
        ["roleAssignmentId"] = assignment.Id,
        ["principalObjectId"] = assignment.Principal,
        ["principalType"] = assignment.Type,
        ["roleDefinitionId"] = assignment.Role.Id,
        ["scope"] = assignment.Scope.ToString(),
        ["createdOn"] = assignment.CreatedOn.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["createdByPrincipalObjectId"] = assignment.CreatedBy,
    };
}
