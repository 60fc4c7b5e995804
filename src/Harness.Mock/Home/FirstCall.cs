using Harness.Contracts.Families;
using Harness.Mock.Access;
using Harness.Mock.Portals;
using Harness.Mock.Sessions;
using Harness.Mock.Synthesis;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Home;

/// <summary>Picks a call that shows a family at its simplest, and writes it down with the session it needs.</summary>
internal sealed class FirstCall(MockPortals portals)
{
    /// <summary>For the first family that has anything to show.</summary>
    /// <param name="server">Address of the server, without a slash at the end.</param>
    public string CurlLine(string server)
    {
        Family family = portals.Families.First(f => portals.Operations.Any(o => o.Family == f));
        PortalOperation plan = Pick(family)!;
        ExampleCall example = portals.Example(plan);
        var target = new SessionTarget(plan.Operation.Method, example.Host, example.Path, plan);
        MintedSession session = portals.Sessions.Mint(family, portals.Tenant.Current.Personas[0], new SessionWish(null, null, null), target);
        return CurlLine(server, family, session, target);
    }

    /// <param name="target">The call to write down; null for the family's simplest.</param>
    public string CurlLine(string server, Family family, MintedSession session, SessionTarget? target)
    {
        PortalOperation? plan = target?.Plan ?? Pick(family);
        if (plan is null)
        {
            return Home.CurlLine.Write("GET", $"{server}/{session.Host}/", session.Headers, [.. session.Cookies], null);
        }

        ExampleCall example = portals.Example(plan);
        string host = target?.Host ?? example.Host;
        string path = target?.Path ?? example.Path;
        bool writes = !HttpMethods.IsGet(plan.Operation.Method) && !HttpMethods.IsHead(plan.Operation.Method);
        HostCredentials? special = session.ByHost.GetValueOrDefault(host);
        IEnumerable<KeyValuePair<string, string>> headers = special?.Headers ?? session.Headers;
        IReadOnlyDictionary<string, string> query = special?.Query ?? session.Query;
        return Home.CurlLine.Write(
            plan.Operation.Method,
            $"{server}/{host}{path}{QueryString.Create(example.Query.Concat(query).DistinctBy(q => q.Key, StringComparer.OrdinalIgnoreCase).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value)))}",
            writes ? headers.Concat(special?.WriteHeaders ?? session.WriteHeaders) : headers,
            [.. session.Cookies],
            writes ? example.Body : null);
    }

    // A declared canary if the family has one; otherwise a typed GET that needs nothing but a session.
    private PortalOperation? Pick(Family family)
    {
        PortalOperation[] gets = [.. portals.Operations.Where(o => o.Family == family && HttpMethods.IsGet(o.Operation.Method) && o.Licenses.Length == 0)];
        return gets.FirstOrDefault(o => family.Canaries.Contains(o.Name, StringComparer.OrdinalIgnoreCase))
            ?? gets.FirstOrDefault(o => o.Operation.IsTyped && !o.Operation.Path.Contains('{', StringComparison.Ordinal))
            ?? gets.FirstOrDefault()
            ?? portals.Operations.FirstOrDefault(o => o.Family == family);
    }
}
