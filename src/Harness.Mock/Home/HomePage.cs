using System.Net;
using System.Text;
using Harness.Contracts.Families;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Harness.Mock.Home;

/// <summary><c>GET /</c>: which portals are here, and how to make the first call. Plain HTML, nothing loaded from elsewhere.</summary>
internal static class HomePage
{
    public static void Map(IEndpointRouteBuilder routes, MockPortals portals) => routes.MapMethods("/", ["GET", "HEAD"], http =>
        PlainPage.Write(http, "Harness", Write(http, portals)));

    private static string Write(HttpContext http, MockPortals portals)
    {
        string server = $"{http.Request.Scheme}://{http.Request.Host}";
        var rows = new StringBuilder();
        foreach (Family family in portals.Families)
        {
            rows.Append($"<tr><th scope=row><a href=\"/families/{family.Id}\">").Append(Text(family.Title)).Append("</a><code>").Append(Text(family.Id)).Append("</code></th><td>")
                .Append(Text(family.AccessModel)).Append("</td><td class=hosts>")
                .AppendJoin("", family.Hosts.Take(3).Select(h => $"<code>{Text(h.ToString())}</code>"))
                .Append(family.Hosts.Count > 3 ? $"<i>and {family.Hosts.Count - 3} more</i>" : "")
                .Append("</td><td class=n>").Append(portals.Operations.Count(o => o.Family == family)).Append("</td></tr>");
        }

        string firstFamily = portals.Families.Count > 0 ? portals.Families[0].Id : "defender";
        return Body
            .Replace("{{families}}", rows.ToString(), StringComparison.Ordinal)
            .Replace("{{summary}}", $"{portals.Families.Count} portals, {portals.Operations.Count} operations, tenant <b>{Text(portals.Tenant.Current.Profile)}</b>, seed {portals.Options.Seed}", StringComparison.Ordinal)
            .Replace("{{server}}", Text(server), StringComparison.Ordinal)
            .Replace("{{family}}", Text(firstFamily), StringComparison.Ordinal);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Body = """
        <h1>Harness</h1>
        <p class="lead">The mock admin portals: {{summary}}. Nothing here is real, and nothing here reaches Microsoft.</p>
        <h2>The first call</h2>
        <ol>
          <li>Ask for a session. The answer holds the cookies and headers of that portal, and a ready command line in <code>curl</code>.
            <pre>curl -s {{server}}/__harness/sessions -d '{"family":"{{family}}"}'</pre></li>
          <li>Call the portal at this address, with its host name as the first segment of the path.
            <pre>{{server}}/security.microsoft.com/apiproxy/...</pre></li>
          <li>When it refuses, the answer is as unhelpful as the real one. The reason stands in the header <code>x-harness-decision</code> and in
            <a href="/__harness/exchanges?limit=5">the journal</a>.</li>
        </ol>
        <h2>The portals</h2>
        <div class="scroll"><table>
          <thead><tr><th>Portal</th><th>What every call needs</th><th>Hosts</th><th class="n">Operations</th></tr></thead>
          <tbody>{{families}}</tbody>
        </table></div>
        <h2>For programs</h2>
        <p><a href="/__harness/health">health</a>, <a href="/__harness/families">families</a>, <a href="/__harness/operations">operations</a>,
          <a href="/__harness/clock">clock</a>, <a href="/__harness/tenant">tenant</a>, <a href="/__harness/exchanges">exchanges</a></p>
        """;
}
