using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Policies;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.SignIn;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Endpoints;

/// <summary><c>POST /{tenant}/login</c>: what the sign-in pages send.</summary>
internal sealed class LoginEndpoint(StsParts sts, SignInFlow flow) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        SignInProgress progress = flow.Read(request) ?? throw new LoginRefusedException(AadstsCode.MalformedRequest);
        if (request.Form(PageFields.Approve) is not null && progress.User != Guid.Empty)
        {
            return flow.Continue(request, progress with { Methods = [.. progress.Methods.Append(SignInMethods.Mfa).Distinct(StringComparer.Ordinal)] });
        }

        string userName = request.Form(PageFields.Persona) ?? request.Form(PageFields.UserName) ?? "";
        Realm realm = sts.Tenants.Resolve(progress.RealmName);
        Tenant tenant = sts.Tenants.ForUser(realm, userName);
        LoginFailure? problem = Check(request, tenant, userName, out Persona? persona);
        return problem is null
            ? flow.Continue(request, progress with { Tenant = tenant.Id, User = persona!.ObjectId, SignedInAt = request.Now, Methods = [SignInMethods.Password] })
            : flow.ShowSignIn(request, progress, problem, userName);
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => ErrorPage.Write(request, failure);

    // A persona's button stands for its password, which the control API shows to anybody anyway.
    private static LoginFailure? Check(LoginRequest request, Tenant tenant, string userName, out Persona? persona) =>
        request.Form(PageFields.Persona) is not null && PersonaRules.Find(tenant, userName) is { } picked
            ? PersonaRules.FindProblem(tenant, userName, picked.Password, out persona)
            : PersonaRules.FindProblem(tenant, userName, request.Form(PageFields.Password) ?? "", out persona);
}
