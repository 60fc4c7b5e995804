using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Resources;

namespace Harness.Identity.Grants;

/// <summary>device_code: a device polls until somebody has signed in for it elsewhere.</summary>
internal sealed class DeviceCodeGrant(StsParts sts) : IGrant
{
    public IReadOnlyList<string> Names { get; } = ["urn:ietf:params:oauth:grant-type:device_code", "device_code"];

    public LoginReply Answer(GrantCall call)
    {
        // The v1 endpoint calls the parameter code.
        string text = call.Request.Form("device_code") ?? call.Request.Form("code")
            ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", call.IsV2 ? "device_code" : "code"));
        DeviceTicket? ticket = sts.Values.Open(SealedKind.DeviceCode, text, SealedJson.Default.DeviceTicket);
        if (ticket is null || ticket.Client != call.App.ClientId)
        {
            throw new LoginRefusedException(AadstsCode.BadDeviceCode);
        }

        UserGrant approved = FindApproval(ticket, call.Request.Now);
        (Tenant tenant, Persona persona) = GrantHolder.Find(sts, call, approved);
        RequestedScopes scopes = AskedScopes.ReadOr(sts, call, tenant, approved);
        IReadOnlyList<string> granted = UserGate.Pass(sts, call, tenant, persona, scopes, approved.Methods);
        return sts.Ledger.Redeem(ticket.Id, ticket.ExpiresAt, call.Request.Now)
            ? sts.Tokens.ForUser(call, new UserTokens(tenant, persona, approved, scopes, granted))
            : throw new LoginRefusedException(AadstsCode.AlreadyRedeemed);
    }

    private UserGrant FindApproval(DeviceTicket ticket, DateTimeOffset now)
    {
        DeviceRequest? waiting = sts.Ledger.FindDevice(ticket.Id);
        if (waiting is null || now >= ticket.ExpiresAt)
        {
            throw new LoginRefusedException(AadstsCode.DeviceCodeExpired);
        }

        return waiting.IsDeclined
            ? throw new LoginRefusedException(LoginFailure.Of(AadstsCode.Declined) with { ErrorOverride = "authorization_declined" })
            : waiting.Approved ?? throw new LoginRefusedException(AadstsCode.DevicePending);
    }
}
