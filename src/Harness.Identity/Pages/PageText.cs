using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Harness.Identity.Replies;

namespace Harness.Identity.Pages;

/// <summary>The frame of every page: plain HTML that works without script.</summary>
internal static class PageText
{
    private const string Style =
        "body{font:16px/1.5 'Segoe UI',system-ui,sans-serif;background:#f2f2f2;color:#1b1b1b;margin:0;display:grid;place-items:center;min-height:100vh}"
        + "main{background:#fff;max-width:27rem;width:calc(100% - 6rem);padding:2.75rem;margin:1rem;box-shadow:0 2px 6px rgba(0,0,0,.2)}"
        + "h1{font-size:1.5rem;font-weight:600;margin:0 0 1rem}label{display:block;margin:.75rem 0 .25rem}"
        + "input[type=text],input[type=password],input[type=email]{width:100%;box-sizing:border-box;padding:.4rem;border:1px solid #666;font:inherit}"
        + "button{font:inherit;padding:.4rem 1.2rem;margin:.5rem .5rem 0 0;border:1px solid #666;background:#e8e8e8;cursor:pointer}"
        + "button.primary{background:#0067b8;border-color:#0067b8;color:#fff}button:focus-visible,input:focus-visible{outline:3px solid #0067b8;outline-offset:2px}"
        + "button.person{display:block;width:100%;text-align:left;margin:.25rem 0}small{color:#555}.error{color:#b50e0e}.fake{font-size:.8rem;color:#555;border-top:1px solid #ccc;margin-top:1.5rem;padding-top:.5rem}"
        + "dl{font-size:.85rem;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .4rem}";

    public static LoginReply Write(string outcome, string title, string body, IReadOnlyDictionary<string, string>? config = null)
    {
        // Scrapers of the real page look for $Config; it is data, and no page needs it.
        string script = config is null ? "" : $"<script>$Config={JsonSerializer.Serialize(config, PageJson.Default.IReadOnlyDictionaryStringString)};</script>";
        string page =
            $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="none"><title>{{Encode(title)}}</title><style>{{Style}}</style>{{script}}</head>
            <body><main>
            {{body}}
            <p class="fake">Make-believe sign-in of Harness. Never type a real password here.</p>
            </main></body></html>
            """;
        return new LoginReply(200, outcome)
        {
            Kind = ReplyKind.Page,
            IsPage = true,
            ContentType = "text/html; charset=utf-8",
            Body = Encoding.UTF8.GetBytes(page),
        };
    }

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    public static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{name}\" value=\"{Encode(value)}\">";
}
