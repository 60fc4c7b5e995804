using Harness.Identity.Replies;
using static Harness.Identity.Pages.PageText;

namespace Harness.Identity.Pages;

/// <summary>Something to tell, and nothing to ask.</summary>
internal static class MessagePage
{
    public static LoginReply Write(string outcome, string title, string text) =>
        PageText.Write(outcome, title, $"<h1>{Encode(title)}</h1>\n<p>{Encode(text)}</p>");
}
