using System.Text;
using System.Text.Encodings.Web;

namespace Harness.Mock.SignIn;

/// <summary>The small HTML pages around a sign-in: no script, nothing loaded from elsewhere.</summary>
internal static class PlainPage
{
    public const string ContentType = "text/html; charset=utf-8";

    // Without form-action: browsers apply it to the redirects that follow a form as well, and those lead to the portal's own host.
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Headers =
    [
        new("Cache-Control", "no-store"),
        new("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"),
        new("Referrer-Policy", "no-referrer"),
    ];

    private const string Template = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <style>
          :root { color-scheme: light dark }
          body { margin: 0 auto; max-width: 34rem; padding: 2.5rem 1.25rem; font: 16px/1.55 system-ui, sans-serif }
          h1 { font-size: 1.5rem } button { font: inherit; display: block; width: 100%; text-align: left; padding: .6rem .8rem; margin: .4rem 0 }
          small { opacity: .75; display: block } dt { font-weight: 600 } dd { margin: 0 0 .6rem }
        </style>
        <h1>{{title}}</h1>
        {{body}}
        <p><small>Make-believe: this page belongs to the mock, and nothing here reaches Microsoft.</small></p>
        </html>
        """;

    /// <param name="title">Text.</param>
    /// <param name="body">HTML; whatever comes from a call or a file stands in it encoded.</param>
    public static byte[] Write(string title, string body) => Encoding.UTF8.GetBytes(Template
        .Replace("{{title}}", Text(title), StringComparison.Ordinal)
        .Replace("{{body}}", body, StringComparison.Ordinal));

    public static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
