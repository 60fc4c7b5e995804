using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.SignIn;

namespace Harness.Identity.Endpoints;

/// <summary><c>POST /{tenant}/Consent/Set</c>: what the consent page sends.</summary>
internal sealed class ConsentEndpoint(SignInFlow flow) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        SignInProgress progress = flow.Read(request) ?? throw new LoginRefusedException(AadstsCode.MalformedRequest);
        return request.Form(PageFields.Decision) == PageFields.Accept
            ? flow.Accept(request, progress, request.Form(PageFields.ForEverybody) is not null)
            : flow.Decline(request, progress);
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => ErrorPage.Write(request, failure);
}
