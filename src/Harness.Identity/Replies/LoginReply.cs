using Harness.Identity.Errors;

namespace Harness.Identity.Replies;

/// <summary>What a call to the token service is answered with, and why.</summary>
/// <param name="Outcome">Stable code for journals: <c>token-issued</c>, <c>page</c>, <c>AADSTS65001</c>.</param>
public sealed record LoginReply(int Status, string Outcome)
{
    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Without Content-Type and Content-Length; a name may stand more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What was refused; null when nothing was.</summary>
    public LoginFailure? Failure { get; init; }

    /// <summary>Whether the body is a page with hidden state, which no journal needs.</summary>
    public bool IsPage { get; init; }

    /// <summary>The request's body without its secrets, for journals.</summary>
    public string RequestBody { get; init; } = "";

    /// <summary>Header set that the endpoint's kind has on every answer.</summary>
    internal ReplyKind Kind { get; init; } = ReplyKind.Token;

    internal LoginReply With(string header, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(header, value)] };
}
