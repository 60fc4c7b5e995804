namespace Harness.Mock.PlatformRoles;

/// <summary>One role, given to one principal, somewhere.</summary>
/// <param name="Type"><c>ApplicationUser</c>, <c>Group</c> or <c>User</c>.</param>
internal sealed record RoleAssignment(
    Guid Id, Guid Principal, string Type, RoleDefinition Role, RoleScope Scope, DateTimeOffset CreatedOn, Guid CreatedBy);
