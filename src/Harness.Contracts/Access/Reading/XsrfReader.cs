namespace Harness.Contracts.Access.Reading;

/// <summary>Reads an <c>xsrf</c> requirement.</summary>
internal static class XsrfReader
{
    public static IAccessRequirement? Read(RequirementDraft draft) =>
        draft.Node.NeedText("header", "Add 'header:' with the header that repeats the cookie, such as X-XSRF-TOKEN") is { } header
            ? new XsrfRequirement(draft.Settings, header)
            : null;
}
