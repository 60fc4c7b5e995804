using System.Text;
using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.SignIn;

/// <summary>Sends a browser back to the application, with parameters in the query, the fragment or a form.</summary>
internal static class RedirectAnswer
{
    public static LoginReply Write(string redirectUri, string mode, string outcome, IReadOnlyList<(string Name, string Value)> parameters)
    {
        if (mode == "form_post")
        {
            return FormPostPage.Write(redirectUri, outcome, parameters);
        }

        var location = new StringBuilder(redirectUri);
        char separator = mode == "fragment" ? '#' : redirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach ((string name, string value) in parameters)
        {
            location.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new LoginReply(302, outcome) { Kind = ReplyKind.Page }.With("Location", location.ToString());
    }

    /// <summary>A refusal as OAuth's error parameters.</summary>
    public static LoginReply Refuse(LoginRequest request, ErrorReply errors, AuthorizeWish wish, LoginFailure failure)
    {
        List<(string, string)> parameters =
        [
            ("error", failure.ErrorFor(wish.IsV2)),
            ("error_description", errors.Description(request, failure)),
            ("error_uri", ErrorReply.Link(request, failure)),
        ];
        if (failure.Row.SubError is not null)
        {
            parameters.Add(("error_subcode", failure.Row.SubError));
        }

        if (failure.Claims is not null)
        {
            parameters.Add(("claims", failure.Claims));
        }

        if (wish.State is not null)
        {
            parameters.Add(("state", wish.State));
        }

        return Write(wish.RedirectUri, wish.ResponseMode, ErrorReply.Outcome(failure), parameters) with { Failure = failure };
    }
}
