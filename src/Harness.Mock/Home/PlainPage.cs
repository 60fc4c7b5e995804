using System.Net;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Home;

/// <summary>The look of the server's own pages: plain HTML and a little style, nothing loaded from elsewhere, no script.</summary>
internal static class PlainPage
{
    /// <param name="body">HTML; whatever came from outside is encoded already.</param>
    public static Task Write(HttpContext http, string title, string body)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        return http.Response.WriteAsync(Template
            .Replace("{{title}}", WebUtility.HtmlEncode(title), StringComparison.Ordinal)
            .Replace("{{body}}", body, StringComparison.Ordinal));
    }

    private const string Template = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
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
          th, td { text-align: left; vertical-align: top; padding: .6rem .8rem .6rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere }
          thead th { color: var(--soft); font-weight: 500; border: 0 }
          tbody th { font-weight: 600; min-width: 11rem } tbody th code { display: block; color: var(--mark); font-weight: 400 }
          .hosts code { display: block; color: var(--soft) } .hosts i { color: var(--soft) }
          .n { text-align: right; font-variant-numeric: tabular-nums }
          a { color: var(--mark) }
        </style>
        {{body}}
        </html>
        """;
}
