namespace Harness.Identity.SignIn;

/// <summary>An authorize request whose client and redirect address are in order.</summary>
/// <param name="ResponseMode"><c>query</c>, <c>fragment</c> or <c>form_post</c>.</param>
internal sealed record AuthorizeWish(bool IsV2, Guid Client, string RedirectUri, string ResponseMode)
{
    public string ResponseType { get; init; } = "code";

    public string? State { get; init; }

    public string? Nonce { get; init; }

    public string? Scope { get; init; }

    public string? Resource { get; init; }

    public string? Prompt { get; init; }

    public string? LoginHint { get; init; }

    public string? Challenge { get; init; }

    public bool IsPlainChallenge { get; init; }

    public string? Claims { get; init; }

    public bool WantsClientInfo { get; init; }

    /// <summary>No page may be shown.</summary>
    public bool IsSilent() => Prompt == "none";

    public bool Wants(string responseType) => ResponseType.Split(' ').Contains(responseType, StringComparer.Ordinal);
}
