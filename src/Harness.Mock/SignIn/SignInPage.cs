using System.Text;
using Harness.Contracts.Routing;
using Harness.Contracts.Tenants;
using Harness.Mock.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.SignIn;

/// <summary>The page on which a person picks who to be: a plain form, without passwords.</summary>
internal sealed class SignInPage(SignInTickets tickets, TenantInForce tenant, TimeProvider clock)
{
    public static bool IsAt(RequestAddress address) => string.Equals(address.RawPath, SignInRedirects.Path, StringComparison.OrdinalIgnoreCase);

    public async Task Handle(HttpContext http, RequestAddress address)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await Show(http, http.Request.Query["state"]);
        }
        else if (HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType)
        {
            IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
            await Pick(http, address, form["state"], form["persona"]);
        }
        else
        {
            http.Response.Headers.Allow = "GET, POST";
            await Answer(http, StatusCodes.Status405MethodNotAllowed, "Not this way", "<p>The page is opened with GET and its form sent with POST.</p>");
        }
    }

    private Task Show(HttpContext http, string? state)
    {
        if (tickets.ReadState(state, tenant.Id, clock.GetUtcNow()) is not { } request)
        {
            return TooLate(http);
        }

        var form = new StringBuilder()
            .Append("<p>").Append(PlainPage.Text(request.Host)).Append(" of <b>").Append(PlainPage.Text(tenant.Current.DisplayName)).Append("</b> asks who you are.</p>")
            .Append("<form method=\"post\" action=\"sign-in\"><input type=\"hidden\" name=\"state\" value=\"").Append(PlainPage.Text(state!)).Append("\">");
        foreach (Persona persona in People())
        {
            form.Append("<button name=\"persona\" value=\"").Append(PlainPage.Text(persona.Id)).Append("\">").Append(PlainPage.Text(persona.DisplayName))
                .Append("<small>").Append(PlainPage.Text(persona.Upn)).Append(" &middot; ")
                .Append(persona.Roles.Count == 0 ? "no role" : PlainPage.Text(string.Join(", ", persona.Roles))).Append("</small></button>");
        }

        return Answer(http, StatusCodes.Status200OK, "Sign in", form.Append("</form>").ToString());
    }

    private Task Pick(HttpContext http, RequestAddress address, string? state, string? personaId)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (tickets.ReadState(state, tenant.Id, now) is not { } request
            || People().FirstOrDefault(p => string.Equals(p.Id, personaId, StringComparison.Ordinal)) is not { } persona)
        {
            return TooLate(http);
        }

        string code = tickets.NewCode(request with { Persona = persona.Id }, now);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = SameForm.Url(http, address, request.Host, $"{SignInReturn.Path}?code={code}&state={state}");
        return Task.CompletedTask;
    }

    // Applications cannot sign in here: they have no user name.
    private IEnumerable<Persona> People() => tenant.Current.Personas.Where(p => p.Upn.Length > 0);

    private static Task TooLate(HttpContext http) => Answer(
        http,
        StatusCodes.Status400BadRequest,
        "This sign-in cannot be continued",
        "<p>It is older than ten minutes, was begun in another tenant, or was not begun by a portal of this server. Open the portal again.</p>");

    private static async Task Answer(HttpContext http, int status, string title, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = PlainPage.ContentType;
        foreach (KeyValuePair<string, string> header in PlainPage.Headers)
        {
            http.Response.Headers[header.Key] = header.Value;
        }

        byte[] page = PlainPage.Write(title, body);
        http.Response.ContentLength = page.Length;
        await http.Response.Body.WriteAsync(page, http.RequestAborted);
    }
}
