using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.Endpoints;

/// <summary><c>/common/oauth2/nativeclient</c>: the redirect address of desktop programs, whose browser control reads the code off it.</summary>
internal sealed class NativeClientEndpoint : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request) => MessagePage.Write("native-client", "Signed in", "The application takes it from here.");

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => ErrorPage.Write(request, failure);
}
