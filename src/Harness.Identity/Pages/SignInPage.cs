using System.Text;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using static Harness.Identity.Pages.PageText;

namespace Harness.Identity.Pages;

/// <summary>Where a person says who they are: a button for each persona, and the form that the real page has.</summary>
internal static class SignInPage
{
    /// <param name="app">What is signed in to; null for a device.</param>
    /// <param name="failure">What was wrong with the last try.</param>
    public static LoginReply Write(
        LoginRequest request, Tenant tenant, AppRegistration? app, string realmName, string context, LoginFailure? failure, string? userName)
    {
        string action = request.Link($"{Uri.EscapeDataString(realmName)}/login");
        var people = new StringBuilder();
        foreach (Persona persona in tenant.Personas.Where(p => p.Upn.Length > 0))
        {
            string roles = string.Join(", ", persona.Roles.Concat(persona.Traits));
            people.Append($"<button class=\"person\" name=\"{PageFields.Persona}\" value=\"{Encode(persona.Upn)}\">{Encode(persona.DisplayName)}")
                .Append($"<br><small>{Encode(persona.Upn)}{(roles.Length > 0 ? " · " + Encode(roles) : "")}</small></button>\n");
        }

        string body =
            $"""
            <h1>Sign in</h1>
            {(app is null ? "" : $"<p>to continue to <b>{Encode(app.Name)}</b></p>")}
            {(failure is null ? "" : $"<p class=\"error\" role=\"alert\">AADSTS{failure.Number}: {Encode(failure.Text)}</p>")}
            <form method="post" action="{Encode(action)}">
            {Hidden(PageFields.Context, context)}
            <label for="i0116">Email, phone, or Skype</label>
            <input type="email" id="i0116" name="{PageFields.UserName}" value="{Encode(userName ?? "")}" autocomplete="username" required>
            <label for="i0118">Password</label>
            <input type="password" id="i0118" name="{PageFields.Password}" autocomplete="off" required>
            <button class="primary" id="idSIButton9">Sign in</button>
            </form>
            <h2>Or pick somebody of {Encode(tenant.DisplayName)}</h2>
            <form method="post" action="{Encode(action)}">
            {Hidden(PageFields.Context, context)}
            {people}
            </form>
            """;
        LoginReply page = PageText.Write("sign-in-page", "Sign in to your account", body, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pgid"] = "ConvergedSignIn",
            ["sErrorCode"] = failure is null ? "" : failure.Number.ToString(),
            ["urlPost"] = action,
        });
        return page with { Failure = failure, Outcome = failure is null ? page.Outcome : ErrorReply.Outcome(failure) };
    }
}
