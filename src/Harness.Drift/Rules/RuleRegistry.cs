namespace Harness.Drift.Rules;

/// <summary>Every rule there is, in the order of their ids: the index a newcomer reads. A rule that is missing here is caught by a test.</summary>
public static class RuleRegistry
{
    public static readonly IReadOnlyList<DriftRule> All =
    [
        new Drift001AuthExpired(),
        new Drift002Forbidden(),
        new Drift003Unlicensed(),
        new Drift004Throttled(),
        new Drift005ServerError(),
        new Drift006Network(),
        new Drift007PrerequisiteMissing(),
        new Drift008WrongContext(),
        new Drift009FamilyIncident(),
        new Drift010GuardRefused(),
        new Drift011BaselineTooThin(),
        new Drift012CanaryFailed(),
        new Drift013NeverObserved(),
        new Drift101Gone(),
        new Drift102RouteNotFound(),
        new Drift103MethodNotAllowed(),
        new Drift104HtmlShell(),
        new Drift105Moved(),
        new Drift106HostGone(),
        new Drift107Reappeared(),
        new Drift108Sunset(),
        new Drift201StatusChanged(),
        new Drift202ContentTypeChanged(),
        new Drift203Empty(),
        new Drift204RootChanged(),
        new Drift205PagingChanged(),
        new Drift206CollectionKeyChanged(),
        new Drift207ErrorInSuccess(),
        new Drift208HeaderChanged(),
        new Drift301PropertyMissing(),
        new Drift302PropertyFaded(),
        new Drift303PropertyAdded(),
        new Drift304PropertyRenamed(),
        new Drift305TypeChanged(),
        new Drift306TypeWidened(),
        new Drift307TypeNarrowed(),
        new Drift308BecameNullable(),
        new Drift309AlwaysNull(),
        new Drift310NoLongerNull(),
        new Drift311EnumValueNew(),
        new Drift312EnumValueRetired(),
        new Drift313EnumCaseChanged(),
        new Drift314FormatChanged(),
        new Drift315NumberEncoding(),
        new Drift316ItemsHeterogeneous(),
        new Drift317Boxed(),
        new Drift318MapChanged(),
        new Drift319VariantNew(),
        new Drift320SubtreeMoved(),
        new Drift401LatencyRegressed(),
        new Drift402PayloadSize(),
        new Drift403RateBudget(),
    ];

    private static readonly Dictionary<string, DriftRule> ById = All.ToDictionary(r => r.Id, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PlaceRule> OfPlaces => All.OfType<PlaceRule>();

    public static IEnumerable<AnswerRule> OfAnswers => All.OfType<AnswerRule>();

    public static DriftRule? Find(string id) => ById.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public static DriftRule Get(string id) => ById[id];
}
