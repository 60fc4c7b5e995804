using System.Globalization;
using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using static Harness.Identity.Pages.PageText;

namespace Harness.Identity.Pages;

/// <summary>A refusal that cannot be sent back to the application, shown to the person.</summary>
/// <remarks>Words and members: observed. That its status is 200: inferred.</remarks>
internal static class ErrorPage
{
    public static LoginReply Write(LoginRequest request, LoginFailure failure)
    {
        string line = $"AADSTS{failure.Number}: {failure.Text}";
        string timestamp = request.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string body =
            $"""
            <h1>Sign in</h1>
            <p>Sorry, but we're having trouble signing you in.</p>
            <p class="error" role="alert">{Encode(line)}</p>
            <h2>Troubleshooting details</h2>
            <dl>
            <dt>Request Id:</dt><dd>{request.RequestId}</dd>
            <dt>Correlation Id:</dt><dd>{request.CorrelationId}</dd>
            <dt>Timestamp:</dt><dd>{timestamp}</dd>
            <dt>Message:</dt><dd>{Encode(line)}</dd>
            </dl>
            """;
        LoginReply page = PageText.Write(ErrorReply.Outcome(failure), "Sign in to your account", body, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pgid"] = "ConvergedError",
            ["iErrorCode"] = failure.Number.ToString(CultureInfo.InvariantCulture),
            ["strServiceExceptionMessage"] = line,
        });
        return page with { Failure = failure };
    }
}
