using Harness.Contracts.Tenants;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.SignIn;

/// <summary>What happens once somebody has signed in, for one purpose.</summary>
internal interface ISignInPurpose
{
    /// <summary>The next page, or the end.</summary>
    LoginReply Continue(LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona);

    /// <summary>The person accepted what the last page asked for.</summary>
    /// <param name="forEverybody">Consent on behalf of the organization.</param>
    LoginReply Accept(LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona, bool forEverybody);

    LoginReply Decline(LoginRequest request, SignInProgress progress);

    /// <summary>A refusal in the form that the purpose uses: a page, or a redirect to the application.</summary>
    LoginReply Refuse(LoginRequest request, SignInProgress progress, Errors.LoginFailure failure);
}
