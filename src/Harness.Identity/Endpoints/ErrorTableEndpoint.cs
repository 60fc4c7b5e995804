using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.Endpoints;

/// <summary><c>/error?code=n</c>: what <c>error_uri</c> points at, with what to do about it here.</summary>
internal sealed class ErrorTableEndpoint : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        AadstsError? row = AadstsTable.All.FirstOrDefault(r => r.Number.ToString() == request.Query("code"));
        return row is null
            ? MessagePage.Write("error-page", "Error codes", "This make-believe service has no such code.")
            : MessagePage.Write("error-page", $"AADSTS{row.Number}", $"{row.Text} In the mock: {row.Fix} Evidence: {row.Evidence}.");
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => ErrorPage.Write(request, failure);
}
