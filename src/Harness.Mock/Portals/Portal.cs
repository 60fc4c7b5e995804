using Harness.Contracts.Families;
using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;
using Harness.Mock.SignIn;

namespace Harness.Mock.Portals;

/// <summary>A family, ready to answer: its refusals compiled.</summary>
internal sealed class Portal(Family family, SignInRedirects signIn)
{
    private readonly CompiledBody _headers = new("", family.Headers);

    public Family Family { get; } = family;

    public SignInRedirects SignIn { get; } = signIn;

    public RefusalAnswers Refusals { get; } = new(family);

    /// <summary>Headers of every answer; some hold an id of the answer's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> HeadersFor(Exchange exchange) =>
        _headers.ConstantHeaders ?? _headers.Headers(new RefusalValues(exchange, default).Get);
}
