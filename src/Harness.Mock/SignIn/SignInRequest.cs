namespace Harness.Mock.SignIn;

/// <summary>Somebody on the way from a portal to the sign-in page and back.</summary>
/// <param name="Id">Ties the way back to the way there.</param>
/// <param name="Family">The portal's family.</param>
/// <param name="Host">The portal's host.</param>
/// <param name="ReturnTo">Path and query of the page first asked for.</param>
/// <param name="Persona">Empty until one has been picked.</param>
internal sealed record SignInRequest(string Id, string Family, string TenantId, string Host, string ReturnTo, string Persona);
