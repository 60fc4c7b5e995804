using System.Globalization;
using System.Security.Cryptography;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Grants;
using Harness.Identity.Policies;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Endpoints;

/// <summary><c>POST /{tenant}/oauth2/(v2.0/)devicecode</c>: a code for a device to show. v1 takes its parameters from the query too.</summary>
internal sealed class DeviceCodeEndpoint(StsParts sts, bool isV2) : ILoginEndpoint
{
    private const int Seconds = 900;
    private const int Interval = 5;

    // Letters and digits that nobody confuses.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public LoginReply Answer(LoginRequest request)
    {
        Realm realm = sts.Tenants.Resolve(request.TenantName);
        string clientId = request.Any("client_id") ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", "client_id"));
        Tenant tenant = sts.Tenants.ForApp(realm, clientId);
        AppRegistration app = AppDirectory.Find(realm, tenant, clientId);
        if (isV2 && request.Any("resource") is not null)
        {
            throw new LoginRefusedException(AadstsCode.ResourceOnV2);
        }

        string? scope = isV2 ? request.Any("scope") ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", "scope")) : null;
        string? resource = isV2 ? null : request.Any("resource");
        RequestedScopes scopes = isV2 ? sts.Scopes.Read(tenant, scope!) : sts.Scopes.ReadResource(tenant, resource);
        ResourceRules.Check(tenant, app, scopes, isV2, hasUser: true);
        var ticket = new DeviceTicket(NewId.Next(), app.ClientId, isV2, request.Now.AddSeconds(Seconds)) { Scope = scope, Resource = resource };
        string userCode = RandomNumberGenerator.GetString(Alphabet, 9);
        sts.Ledger.Add(new DeviceRequest(ticket, userCode, request.TenantName), request.Now);
        return Write(request, ticket, userCode);
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => sts.Errors.Json(request, failure, isV2, ReplyKind.Token);

    private LoginReply Write(LoginRequest request, DeviceTicket ticket, string userCode)
    {
        // A real name also reaches the page's own host; any other address of ours only itself.
        string page = request.Address.IsReal ? "https://login.microsoft.com/device" : request.Link("device");
        string message = $"To sign in, use a web browser to open the page {page} and enter the code {userCode} to authenticate.";
        return JsonBody.Reply(200, "device-code-issued", ReplyKind.Token, writer =>
        {
            writer.WriteString("user_code", userCode);
            writer.WriteString("device_code", sts.Values.Seal(SealedKind.DeviceCode, ticket, SealedJson.Default.DeviceTicket));
            writer.WriteString(isV2 ? "verification_uri" : "verification_url", page);
            if (isV2)
            {
                writer.WriteNumber("expires_in", Seconds);
                writer.WriteNumber("interval", Interval);
            }
            else
            {
                writer.WriteString("expires_in", Seconds.ToString(CultureInfo.InvariantCulture));
                writer.WriteString("interval", Interval.ToString(CultureInfo.InvariantCulture));
            }

            writer.WriteString("message", message);
        });
    }
}
