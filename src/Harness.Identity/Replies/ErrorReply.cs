using System.Globalization;
using Harness.Identity.Errors;
using Harness.Identity.Requests;

namespace Harness.Identity.Replies;

/// <summary>A refusal as the JSON that OAuth clients read.</summary>
internal sealed class ErrorReply(bool lineBreaks)
{
    /// <summary>Timestamps of errors have a space where ISO 8601 has a T: observed in every recording.</summary>
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss'Z'";

    public LoginReply Json(LoginRequest request, LoginFailure failure, bool isV2, ReplyKind kind)
    {
        LoginReply reply = JsonBody.Reply(failure.Row.Status, Outcome(failure), kind, writer =>
        {
            writer.WriteString("error", failure.ErrorFor(isV2));
            writer.WriteString("error_description", Description(request, failure));
            writer.WriteStartArray("error_codes");
            writer.WriteNumberValue(failure.Number);
            writer.WriteEndArray();
            writer.WriteString("timestamp", Time(request));
            writer.WriteString("trace_id", request.RequestId);
            writer.WriteString("correlation_id", request.CorrelationId);
            writer.WriteString("error_uri", Link(request, failure));
            if (failure.Row.SubError is not null)
            {
                writer.WriteString("suberror", failure.Row.SubError);
            }

            if (failure.Claims is not null)
            {
                writer.WriteString("claims", failure.Claims);
            }
        });
        reply = reply with { Failure = failure };
        return failure.Row.Status == 429 ? reply.With("Retry-After", "5") : reply;
    }

    /// <summary>The whole <c>error_description</c>, trailer included.</summary>
    public string Description(LoginRequest request, LoginFailure failure)
    {
        // Recordings since late 2023 have a space there, older ones a line break.
        string separator = lineBreaks ? "\r\n" : " ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"AADSTS{failure.Number}: {failure.Text}{separator}Trace ID: {request.RequestId}{separator}Correlation ID: {request.CorrelationId}{separator}Timestamp: {Time(request)}");
    }

    public static string Outcome(LoginFailure failure) => $"AADSTS{failure.Number}";

    public static string Link(LoginRequest request, LoginFailure failure) => request.Link($"error?code={failure.Number}");

    private static string Time(LoginRequest request) => request.Now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
