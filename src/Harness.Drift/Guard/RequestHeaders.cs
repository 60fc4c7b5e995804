using System.Collections.Frozen;
using Harness.Contracts.Access;
using Harness.Contracts.Families;

namespace Harness.Drift.Guard;

/// <summary>Which headers a probe may carry: a few of our own, and what the access models of the families ask for.</summary>
internal static class RequestHeaders
{
    public const string Accept = "application/json, text/plain, */*";
    public const string UserAgent = "harness-drift/1";

    private static readonly string[] Own = ["Accept", "User-Agent", "Cookie", "Authorization", "Referer"];

    public static FrozenSet<string> Allowed(IEnumerable<Family> families) => families.SelectMany(f => f.Access)
        .Select(r => r is XsrfRequirement xsrf ? xsrf.Header : r.Kind is "cookie" or "query" ? null : r.Name)
        .OfType<string>().Concat(Own)
        .Where(h => !AddressRules.OverrideNames.Contains(h, StringComparer.OrdinalIgnoreCase) && !IsOfTheConnection(h))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // These say how the message goes on, so that a list of headers must never let them in, whatever a family.yml says.
    private static bool IsOfTheConnection(string name) =>
        name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) || name.Equals("Upgrade", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Connection", StringComparison.OrdinalIgnoreCase) || name.Equals("Expect", StringComparison.OrdinalIgnoreCase);
}
