using Harness.Contracts.Access;
using Harness.Contracts.Operations;

namespace Harness.Drift.Credentials;

/// <summary>Says in one line what a call needs, so that calls with the same needs share their credentials.</summary>
internal static class CallNeeds
{
    public static string Describe(Operation operation, AccessPlan access, string host)
    {
        var call = new OutgoingCall(operation.Method, host, operation.PortalPath);
        access.Satisfy(call, new Symbols(host));
        IEnumerable<KeyValuePair<string, string>> all = call.Headers.Concat(call.Cookies).Concat(call.Query);
        return string.Join('|', all.Select(p => $"{p.Key}={p.Value}"));
    }

    private sealed class Symbols(string host) : ICredentialSource
    {
        public string Cookie(string name, TimeSpan? lifetime) => $"cookie {host}";

        public string Token(TokenWish wish) => $"{wish.Audience} {wish.AppOnly} {string.Join(' ', wish.Scopes)} {string.Join(' ', wish.Roles)}";

        public string Digest(string name, string mintedBy, TimeSpan lifetime, string host) => $"digest {host}";

        public Guid NewId() => Guid.Empty;

        public string Value(string name) => $"value {name}";
    }
}
