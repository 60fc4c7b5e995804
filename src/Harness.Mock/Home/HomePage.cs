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
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        return http.Response.WriteAsync(Write(http, portals));
    });

    private static string Write(HttpContext http, MockPortals portals)
    {
        string server = $"{http.Request.Scheme}://{http.Request.Host}";
        var rows = new StringBuilder();
        foreach (Family family in portals.Families)
        {
            rows.Append("<tr><th scope=row>").Append(Text(family.Title)).Append("<code>").Append(Text(family.Id)).Append("</code></th><td>")
                .Append(Text(family.AccessModel)).Append("</td><td class=hosts>")
                .AppendJoin("", family.Hosts.Take(3).Select(h => $"<code>{Text(h.ToString())}</code>"))
                .Append(family.Hosts.Count > 3 ? $"<i>and {family.Hosts.Count - 3} more</i>" : "")
                .Append("</td><td class=n>").Append(portals.Operations.Count(o => o.Family == family)).Append("</td></tr>");
        }

        string firstFamily = portals.Families.Count > 0 ? portals.Families[0].Id : "defender";
        return Template
            .Replace("{{families}}", rows.ToString(), StringComparison.Ordinal)
            .Replace("{{summary}}", $"{portals.Families.Count} portals, {portals.Operations.Count} operations, tenant <b>{Text(portals.Tenant.Current.Profile)}</b>, seed {portals.Options.Seed}", StringComparison.Ordinal)
            .Replace("{{server}}", Text(server), StringComparison.Ordinal)
            .Replace("{{family}}", Text(firstFamily), StringComparison.Ordinal);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Template = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Harness</title>
        <style>
          :root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --line: #d8dee4; --paper: #fff; --card: #f6f8fa; --mark: #0a66c2 }
          @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --line: #30363d; --paper: #0d1117; --card: #161b22; --mark: #6cb6ff } }
          * { box-sizing: border-box }
          body { margin: 0 auto; max-width: 72rem; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
          h1 { font-size: 1.9rem; margin: 0 }
          h2 { font-size: 1.15rem; margin: 2.4rem 0 .6rem }
          p.lead { color: var(--soft); margin: .3rem 0 0 }
          ol { padding-left: 1.3rem } li { margin: .7rem 0 }
          code, pre { font: .86em/1.5 ui-monospace, Consolas, monospace }
          pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; overflow-x: auto; margin: .4rem 0 }
          .scroll { overflow-x: auto }
          table { border-collapse: collapse; width: 100% }
          th, td { text-align: left; vertical-align: top; padding: .6rem .8rem .6rem 0; border-top: 1px solid var(--line) }
          thead th { color: var(--soft); font-weight: 500; border: 0 }
          tbody th { font-weight: 600; min-width: 11rem } tbody th code { display: block; color: var(--mark); font-weight: 400 }
          .hosts code { display: block; color: var(--soft) } .hosts i { color: var(--soft) }
          .n { text-align: right; font-variant-numeric: tabular-nums }
          a { color: var(--mark) }
        </style>
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
        </html>
        """;
}
