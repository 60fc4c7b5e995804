namespace Harness.Identity.Clients;

/// <summary>How a client proved who it is: the values of <c>appidacr</c> and <c>azpacr</c>.</summary>
public enum CredentialKind
{
    Public = 0,
    Secret = 1,
    Certificate = 2,
}
