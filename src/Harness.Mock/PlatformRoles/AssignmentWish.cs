using System.Text.Json.Nodes;

namespace Harness.Mock.PlatformRoles;

/// <summary>What a call to assign a role asks for, once it has been found sound.</summary>
internal sealed record AssignmentWish(Guid Principal, string Type, RoleDefinition Role, RoleScope Scope)
{
    private static readonly string[] Types = ["ApplicationUser", "Group", "User"];

    /// <summary>Null, with what is wrong, when the body says something else than an assignment in this tenant.</summary>
    public static AssignmentWish? Read(JsonNode? body, RoleBook book, Guid tenant, out string problem)
    {
        problem = "The body is no JSON object.";
        if (body is not JsonObject wish)
        {
            return null;
        }

        bool hasPrincipal = Guid.TryParse(Text(wish, "principalObjectId"), out Guid principal);
        string? type = Array.Find(Types, t => string.Equals(t, Text(wish, "principalType"), StringComparison.OrdinalIgnoreCase));
        RoleDefinition? role = Guid.TryParse(Text(wish, "roleDefinitionId"), out Guid roleId) ? book.Find(roleId) : null;
        RoleScope? scope = RoleScope.Parse(Text(wish, "scope"));
        problem = !hasPrincipal ? "principalObjectId is no GUID."
            : type is null ? $"principalType is none of {string.Join(", ", Types)}."
            : role is null ? "roleDefinitionId is no role that GET /authorization/roleDefinitions lists."
            : scope is null ? "scope is neither /tenants/{id} nor an environment or environment group below it."
            : scope.Tenant != tenant ? "scope names another tenant than the token."
            : "";
        return problem.Length == 0 ? new AssignmentWish(principal, type!, role!, scope!) : null;
    }

    private static string Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
