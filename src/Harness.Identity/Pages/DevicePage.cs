using Harness.Identity.Replies;
using Harness.Identity.Requests;
using static Harness.Identity.Pages.PageText;

namespace Harness.Identity.Pages;

/// <summary>Where a person types the code that a device shows.</summary>
/// <remarks>The page has a host of its own; signing in goes on at the service's main one, so that the session is good for applications, too.</remarks>
internal static class DevicePage
{
    public static LoginReply Write(LoginRequest request, string? userCode, string? problem)
    {
        string body =
            $"""
            <h1>Enter code</h1>
            <p>Enter the code displayed on your app or device.</p>
            {(problem is null ? "" : $"<p class=\"error\" role=\"alert\">{Encode(problem)}</p>")}
            <form method="post" action="{Encode(request.Link(LoginHosts.Primary, "common/oauth2/deviceauth"))}">
            <label for="otc">Code</label>
            <input type="text" id="otc" name="{PageFields.UserCode}" value="{Encode(userCode ?? "")}" autocomplete="off" maxlength="16">
            <button class="primary" id="idSIButton9">Next</button>
            </form>
            """;
        return PageText.Write("device-page", "Sign in to your account", body);
    }
}
