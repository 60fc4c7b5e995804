using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.Endpoints;

/// <summary>One address of the service.</summary>
internal interface ILoginEndpoint
{
    /// <exception cref="LoginRefusedException">Answered with <see cref="Refuse"/>.</exception>
    LoginReply Answer(LoginRequest request);

    /// <summary>A refusal in the form that this address uses.</summary>
    LoginReply Refuse(LoginRequest request, LoginFailure failure);
}
