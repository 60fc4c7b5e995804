namespace Harness.Identity.Errors;

/// <summary>One refusal about to be answered: a row of the table, its text filled in, and what is special this time.</summary>
/// <param name="Text">Filled in, without the <c>AADSTSn: </c> before it.</param>
public sealed record LoginFailure(AadstsError Row, string Text)
{
    /// <summary>Another OAuth error than the row's: the same number is <c>invalid_tenant</c> in one place and <c>invalid_request</c> in another.</summary>
    public string? ErrorOverride { get; init; }

    /// <summary>JSON that a client sends back as <c>claims</c>; null when none.</summary>
    public string? Claims { get; init; }

    public int Number => Row.Number;

    public string ErrorFor(bool isV2) => ErrorOverride ?? (isV2 ? Row.Error : Row.V1Error ?? Row.Error);

    /// <summary>For this person and tenant, a row of the table.</summary>
    /// <param name="values">What <c>{name}</c> in the text stands for.</param>
    public static LoginFailure Of(AadstsCode code, params ReadOnlySpan<(string Name, string Value)> values)
    {
        AadstsError row = AadstsTable.Find(code);
        string text = row.Text;
        foreach ((string name, string value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return new LoginFailure(row, text);
    }
}
