using Harness.Identity.Replies;
using static Harness.Identity.Pages.PageText;

namespace Harness.Identity.Pages;

/// <summary>response_mode=form_post: a form that sends itself, with a button for browsers without script.</summary>
internal static class FormPostPage
{
    public static LoginReply Write(string redirectUri, string outcome, IReadOnlyList<(string Name, string Value)> parameters)
    {
        string fields = string.Concat(parameters.Select(p => Hidden(p.Name, p.Value)));
        string body =
            $"""
            <form method="post" name="hiddenform" action="{Encode(redirectUri)}">{fields}
            <noscript><p>Script is off. Continue by hand.</p></noscript><button class="primary">Continue</button></form>
            <script>document.forms[0].submit();</script>
            """;
        return PageText.Write(outcome, "Working...", body);
    }
}
