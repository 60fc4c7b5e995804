namespace Harness.Tests.Support;

/// <summary>The safety rails of the contract runner, which holds real credentials: what could go wrong, in a line each.</summary>
internal static class Rails
{
    public static readonly IReadOnlyDictionary<string, string> All = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["R01"] = "something other than a GET is sent",
        ["R02"] = "a second client, socket or process goes past the guard",
        ["R03"] = "a redirect is followed, with cookies",
        ["R04"] = "a header or a query turns a GET into another method",
        ["R05"] = "a batch, a query language or an action hides in a GET",
        ["R06"] = "a GET does more than read",
        ["R07"] = "the session belongs to another tenant",
        ["R08"] = "a token goes to a host that it is not for",
        ["R09"] = "a name, a proxy or a certificate leads elsewhere",
        ["R10"] = "an id out of an answer breaks out of its place in a request",
        ["R11"] = "a link out of an answer is followed",
        ["R12"] = "a tenant is loaded or locked out",
        ["R13"] = "a secret lies about",
        ["R14"] = "a credential can do more than read",
        ["R15"] = "a secret stands in a log or a report",
        ["R16"] = "a tenant's data stand in a report",
        ["R17"] = "an answer attacks the runner",
        ["R18"] = "a browser writes",
        ["R19"] = "getting a token becomes a way to send a POST",
        ["R20"] = "a pull request changes what runs with secrets",
        ["R21"] = "captured credentials are sent again",
        ["R22"] = "what was not checked passes for checked",
    };
}
