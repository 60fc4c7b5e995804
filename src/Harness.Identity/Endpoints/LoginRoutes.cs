using Harness.Identity.SignIn;

namespace Harness.Identity.Endpoints;

/// <summary>Every address of the service, one line each.</summary>
internal sealed class LoginRoutes
{
    private const string Read = "GET, OPTIONS";

    private readonly LoginRoute[] _routes;
    private readonly LoginRoute _userInfo;

    public LoginRoutes(StsParts sts)
    {
        var flow = new SignInFlow(sts);
        var device = new DevicePageEndpoint(sts, flow);
        var jwks = new KeysEndpoint(sts, isV2: true);
        _userInfo = new LoginRoute("oidc/userinfo", "GET, POST", new UserInfoEndpoint(sts, isGraph: true));
        _routes =
        [
            new("*/oauth2/v2.0/token", "POST", new TokenEndpoint(sts, isV2: true)),
            new("*/oauth2/token", "POST", new TokenEndpoint(sts, isV2: false)),
            new("*/oauth2/v2.0/authorize", "GET, POST", new AuthorizeEndpoint(sts, flow, isV2: true)),
            new("*/oauth2/authorize", "GET, POST", new AuthorizeEndpoint(sts, flow, isV2: false)),
            new("*/login", "POST", new LoginEndpoint(sts, flow)),
            new("*/Consent/Set", "POST", new ConsentEndpoint(flow)),
            new("*/oauth2/v2.0/devicecode", "POST", new DeviceCodeEndpoint(sts, isV2: true)),
            new("*/oauth2/devicecode", "GET, POST", new DeviceCodeEndpoint(sts, isV2: false)),
            new("*/oauth2/deviceauth", "GET, POST", device),
            new("device", "GET, POST", device),
            new("devicelogin", "GET, POST", device),
            new("*/v2.0/.well-known/openid-configuration", Read, new DiscoveryV2Endpoint(sts)),
            new("*/.well-known/openid-configuration", Read, new DiscoveryV1Endpoint(sts)),
            new("*/discovery/instance", Read, new InstanceDiscoveryEndpoint(sts)),
            new("*/discovery/v2.0/keys", Read, jwks),
            new("*/discovery/keys", Read, new KeysEndpoint(sts, isV2: false)),
            new("*/userrealm/*", Read, new UserRealmEndpoint(sts)),
            new("*/openid/userinfo", "GET, POST", new UserInfoEndpoint(sts, isGraph: false)),
            new("*/oauth2/v2.0/logout", "GET, POST", new LogoutEndpoint(sts)),
            new("*/oauth2/logout", "GET, POST", new LogoutEndpoint(sts)),
            new("*/v2.0/adminconsent", "GET, POST", new AdminConsentEndpoint(sts, flow, isV2: true)),
            new("*/adminconsent", "GET, POST", new AdminConsentEndpoint(sts, flow, isV2: false)),
            new("*/oauth2/nativeclient", "GET", new NativeClientEndpoint()),
            new("error", "GET", new ErrorTableEndpoint()),
        ];
    }

    /// <summary>Null for a path that the service lacks.</summary>
    public LoginRoute? Find(string host, IReadOnlyList<string> segments) => host == LoginHosts.UserInfo
        ? _userInfo.Matches(segments) ? _userInfo : null
        : Array.Find(_routes, route => route.Matches(segments));
}
