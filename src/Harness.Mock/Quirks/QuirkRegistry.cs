using Harness.Contracts.Families;

namespace Harness.Mock.Quirks;

/// <summary>The kinds of quirks that a <c>family.yml</c> can name, one line each.</summary>
internal static class QuirkRegistry
{
    public static readonly IReadOnlyDictionary<string, Func<QuirkDeclaration, IQuirk>> Kinds =
        new Dictionary<string, Func<QuirkDeclaration, IQuirk>>(StringComparer.Ordinal)
        {
            [PageParametersQuirk.Kind] = declaration => new PageParametersQuirk(declaration),
        };

    /// <summary>Null for a kind that is not here; checking contracts reports those.</summary>
    public static IQuirk? Create(QuirkDeclaration declaration) =>
        Kinds.TryGetValue(declaration.Kind, out Func<QuirkDeclaration, IQuirk>? create) ? create(declaration) : null;
}
