using Harness.Contracts.Tenants;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using static Harness.Identity.Pages.PageText;

namespace Harness.Identity.Pages;

/// <summary>Where a person lets an application in.</summary>
internal static class ConsentPage
{
    /// <param name="offerEverybody">Whether the person may consent for the organization.</param>
    /// <param name="mayAccept">Otherwise only an administrator may, and the page says so.</param>
    public static LoginReply Write(
        LoginRequest request,
        string realmName,
        string context,
        Tenant tenant,
        Persona persona,
        AppRegistration app,
        string resource,
        IEnumerable<string> permissions,
        bool offerEverybody,
        bool mayAccept)
    {
        string list = string.Concat(permissions.Select(p => $"<li>{Encode(p)}</li>"));
        string wide = offerEverybody
            ? $"<label><input type=\"checkbox\" name=\"{PageFields.ForEverybody}\" value=\"1\"> Consent on behalf of your organization</label>"
            : "";
        string body =
            $"""
            <h1>{(mayAccept ? "Permissions requested" : "Need admin approval")}</h1>
            <p>{Encode(persona.Upn)} · {Encode(tenant.DisplayName)}</p>
            <p><b>{Encode(app.Name)}</b> {(list.Length > 0 ? $"asks for permissions of {Encode(resource)}:" : "would like to sign you in.")}</p>
            <ul>{list}</ul>
            {(mayAccept ? "" : "<p>Only an administrator can grant this. Ask one, then come back.</p>")}
            <form method="post" action="{Encode(request.Link($"{Uri.EscapeDataString(realmName)}/Consent/Set"))}">
            {Hidden(PageFields.Context, context)}
            {wide}
            {(mayAccept ? $"<button class=\"primary\" id=\"idSIButton9\" name=\"{PageFields.Decision}\" value=\"{PageFields.Accept}\">{(list.Length > 0 ? "Accept" : "Continue")}</button>" : "")}
            <button id="idBtn_Back" name="{PageFields.Decision}" value="{(mayAccept ? PageFields.Cancel : PageFields.Accept)}">{(mayAccept ? "Cancel" : "Return to the application without granting consent")}</button>
            </form>
            """;
        return PageText.Write("consent-page", "Sign in to your account", body, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pgid"] = mayAccept ? "ConvergedConsent" : "ConvergedAdminConsentRequired",
        });
    }
}
