namespace Harness.Mock.PlatformRoles;

/// <summary>A role of the product itself, apart from those of the directory.</summary>
internal sealed record RoleDefinition(Guid Id, string Name, IReadOnlyList<string> Permissions);
