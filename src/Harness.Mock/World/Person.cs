namespace Harness.Mock.World;

/// <summary>One user of the make-believe tenant; all that names them agrees.</summary>
public sealed record Person(Guid ObjectId, string GivenName, string Surname, string DisplayName, string Upn, string Mail, string JobTitle, string Department);
