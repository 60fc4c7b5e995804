using System.Collections.Frozen;

namespace Harness.Identity.Errors;

/// <summary>Every refusal of the service, as data.</summary>
public static class AadstsTable
{
    private static readonly FrozenDictionary<AadstsCode, AadstsError> ByCode =
        new[] { ClientRows.All, RequestRows.All, UserRows.All, GrantRows.All }.SelectMany(rows => rows).ToFrozenDictionary(row => row.Code);

    public static IReadOnlyList<AadstsError> All { get; } = [.. ByCode.Values.OrderBy(row => row.Number)];

    public static AadstsError Find(AadstsCode code) => ByCode[code];
}
