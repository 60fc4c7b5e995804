using Harness.Contracts.Access;

namespace Harness.Tests.Support;

/// <summary>Has whatever a requirement asks for, issued by the fake authority.</summary>
internal sealed class FakeCredentials(FakeAuthority authority) : ICredentialSource
{
    private int _ids;

    public IReadOnlyDictionary<string, string> HostValues => authority.HostValues;

    public string? Cookie(string name, TimeSpan? lifetime) => throw new AssertionException("the realm belongs in the question");

    public string? Cookie(string realm, string name, TimeSpan? lifetime) =>
        authority.IssueSession(realm, minutes: (lifetime ?? TimeSpan.FromHours(1)).TotalMinutes);

    public string? Token(TokenWish wish) => authority.IssueToken(
        authority.Token(wish.Audience, wish.AppOnly == true, [.. wish.Scopes], [.. wish.Roles]) with
        {
            ExpiresAt = authority.Now + (wish.Lifetime ?? TimeSpan.FromHours(1)),
        });

    public string? Digest(string name, string mintedBy, TimeSpan lifetime, string host) =>
        authority.IssueDigest("portal", host, minutes: lifetime.TotalMinutes);

    public Guid NewId() => new(++_ids, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    public string? Value(string name) => $"{name}:value+1";
}
