using Harness.Contracts.Families;
using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;
using Harness.Mock.SignIn;

namespace Harness.Mock.Portals;

/// <summary>A family, ready to answer: its refusals compiled when they are first needed.</summary>
internal sealed class Portal(Family family, SignInRedirects signIn)
{
    private readonly Lazy<CompiledBody> _headers = new(() => new CompiledBody("", family.Headers));
    private readonly Lazy<RefusalAnswers> _refusals = new(() => new RefusalAnswers(family));

    public Family Family { get; } = family;

    public SignInRedirects SignIn { get; } = signIn;

    public RefusalAnswers Refusals => _refusals.Value;

    /// <summary>Headers of every answer; some hold an id of the answer's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> HeadersFor(Exchange exchange) =>
        _headers.Value.ConstantHeaders ?? _headers.Value.Headers(new RefusalValues(exchange, default).Get);
}
