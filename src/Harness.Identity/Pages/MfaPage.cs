using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using static Harness.Identity.Pages.PageText;

namespace Harness.Identity.Pages;

/// <summary>Where a person gives more proof than a password: one button, as there is no telephone.</summary>
internal static class MfaPage
{
    public static LoginReply Write(LoginRequest request, string realmName, string context, Persona persona, LoginFailure why)
    {
        bool isEnrollment = why.Row.Code == AadstsCode.MfaEnrollmentRequired;
        string body =
            $"""
            <h1>{(isEnrollment ? "More information required" : "Approve sign in request")}</h1>
            <p>{Encode(persona.Upn)}</p>
            <p>{(isEnrollment ? "Your organization needs more information to keep your account secure." : "Your organization asks for a second proof.")}</p>
            <form method="post" action="{Encode(request.Link($"{Uri.EscapeDataString(realmName)}/login"))}">
            {Hidden(PageFields.Context, context)}
            <button class="primary" name="{PageFields.Approve}" value="1">{(isEnrollment ? "Enroll and approve" : "Approve")}</button>
            </form>
            """;
        return PageText.Write("mfa-page", "Sign in to your account", body, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pgid"] = isEnrollment ? "ConvergedProofUpRedirect" : "ConvergedTFA",
        });
    }
}
