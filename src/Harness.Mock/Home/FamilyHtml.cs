using System.Net;
using System.Text;
using Harness.Contracts.Families;
using Harness.Contracts.Families.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Harness.Mock.Home;

/// <summary><c>GET /families/{id}</c>: what there is to know about one portal.</summary>
internal static class FamilyHtml
{
    public static void Map(IEndpointRouteBuilder routes, MockPortals portals) => routes.MapMethods("/families/{id}", ["GET", "HEAD"], http =>
    {
        string id = (string)http.Request.RouteValues["id"]!;
        return portals.Families.FirstOrDefault(f => string.Equals(f.Id, id, StringComparison.OrdinalIgnoreCase)) is { } family
            ? PlainPage.Write(http, family.Title, Body(family))
            : OwnPages.NotFound(http);
    });

    private static string Body(Family family)
    {
        FamilyPage page = FamilyPage.Of(family);
        var html = new StringBuilder();
        html.Append("<p><a href=\"/\">All portals</a></p><h1>").Append(Text(page.Title)).Append("</h1><p class=lead>").Append(Text(page.Lead)).Append("</p>");
        foreach (PageSection section in page.Sections.Where(s => s.Rows.Count > 0))
        {
            html.Append("<h2>").Append(Text(section.Title)).Append("</h2>").Append(section.Text.Length > 0 ? $"<p>{Text(section.Text)}</p>" : "");
            html.Append("<div class=scroll><table><thead><tr>");
            foreach (string column in section.Columns)
            {
                html.Append("<th>").Append(Text(column)).Append("</th>");
            }

            html.Append("</tr></thead><tbody>");
            foreach (IReadOnlyList<string> row in section.Rows)
            {
                html.Append("<tr><td>").AppendJoin("</td><td>", row.Select(Text)).Append("</td></tr>");
            }

            html.Append("</tbody></table></div>");
        }

        return html.Append("<p>").Append(Text(FamilyPage.Legend.Replace("*", "", StringComparison.Ordinal))).Append("</p>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
