using Harness.Contracts;
using Harness.Contracts.Families;

namespace Harness.Mock.Quirks;

/// <summary>The kinds of quirks that a <c>family.yml</c> can name, one line each.</summary>
internal static class QuirkRegistry
{
    public static readonly IReadOnlyDictionary<string, Func<QuirkSettings, IQuirk>> Kinds =
        new Dictionary<string, Func<QuirkSettings, IQuirk>>(StringComparer.Ordinal)
        {
            [PageParametersQuirk.Kind] = settings => new PageParametersQuirk(settings.Declaration),
            [FixedValuesQuirk.Kind] = settings => new FixedValuesQuirk(settings),
            [MustEqualQuirk.Kind] = settings => new MustEqualQuirk(settings),
            [RefuseWhenQuirk.Kind] = settings => new RefuseWhenQuirk(settings),
            [RefusalByPathQuirk.Kind] = settings => new RefusalByPathQuirk(settings),
            [PathAliasQuirk.Kind] = settings => new PathAliasQuirk(settings),
            [RoleVerdictsQuirk.Kind] = settings => new RoleVerdictsQuirk(settings),
            [TenantListQuirk.Kind] = settings => new TenantListQuirk(settings),
            [TenantResultsQuirk.Kind] = settings => new TenantResultsQuirk(settings),
            [PersistedQueriesQuirk.Kind] = settings => new PersistedQueriesQuirk(settings),
            [RoleAssignmentsQuirk.Kind] = settings => new RoleAssignmentsQuirk(settings),
            [ExchangeCmdletsQuirk.Kind] = settings => new ExchangeCmdletsQuirk(settings),
            [ActivityFeedQuirk.Kind] = settings => new ActivityFeedQuirk(settings),
            [ServiceCommunicationsQuirk.Kind] = settings => new ServiceCommunicationsQuirk(settings),
            [BodyTokenQuirk.Kind] = settings => new BodyTokenQuirk(settings),
            [StepUpQuirk.Kind] = settings => new StepUpQuirk(settings),
            [ExportPollingQuirk.Kind] = settings => new ExportPollingQuirk(settings),
            [WritingReadQuirk.Kind] = settings => new WritingReadQuirk(settings),
            [Relay.BayeuxRelayQuirk.Kind] = settings => new Relay.BayeuxRelayQuirk(settings),
        };

    /// <summary>Null, with a problem, for a kind that is not here.</summary>
    public static IQuirk? Create(QuirkDeclaration declaration, QuirkTools tools, IList<ContractProblem> problems)
    {
        if (Kinds.TryGetValue(declaration.Kind, out Func<QuirkSettings, IQuirk>? create))
        {
            return create(new QuirkSettings(declaration, tools, problems));
        }

        problems.Add(new ContractProblem(
            declaration.Location.File, declaration.Location.Line, 1, $"there is no quirk '{declaration.Kind}'", $"Use one of {string.Join(", ", Kinds.Keys)}"));
        return null;
    }
}
