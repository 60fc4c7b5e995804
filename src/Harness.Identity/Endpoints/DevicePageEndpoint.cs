using Harness.Identity.Errors;
using Harness.Identity.Grants;
using Harness.Identity.Pages;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.SignIn;

namespace Harness.Identity.Endpoints;

/// <summary><c>/device</c>, <c>/devicelogin</c>, <c>/common/oauth2/deviceauth</c>: the page on which a person types a device's code.</summary>
internal sealed class DevicePageEndpoint(StsParts sts, SignInFlow flow) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        if (request.Method is "GET" or "HEAD")
        {
            return DevicePage.Write(request, request.Query(PageFields.UserCode), null);
        }

        string userCode = request.Form(PageFields.UserCode)?.Trim() ?? throw new LoginRefusedException(AadstsCode.EmptyUserCode);
        if (sts.Ledger.FindDevice(userCode) is not { } waiting || request.Now >= waiting.Ticket.ExpiresAt)
        {
            return DevicePage.Write(request, userCode, "That code didn't work. Check the code and try again.");
        }

        return waiting.IsAnswered ? throw new LoginRefusedException(AadstsCode.UserCodeUsed) : Begin(request, waiting);
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => ErrorPage.Write(request, failure);

    private LoginReply Begin(LoginRequest request, DeviceRequest waiting)
    {
        var progress = new SignInProgress(SignInPurpose.Device, waiting.RealmName, request.Now) { UserCode = waiting.UserCode };
        return flow.Session.Find(request, waiting.RealmName) is { } signedIn
            ? flow.Resume(request, progress, signedIn.Session)
            : flow.ShowSignIn(request, progress);
    }
}
