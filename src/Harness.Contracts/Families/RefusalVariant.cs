namespace Harness.Contracts.Families;

/// <summary>The same refusal for another <c>Accept</c> header (observed: SharePoint's error key differs between verbose and minimal OData).</summary>
/// <param name="Accept">Text that the Accept header contains, case-insensitive.</param>
/// <param name="Headers">Replace the refusal's headers of the same name.</param>
public sealed record RefusalVariant(string Accept, IReadOnlyDictionary<string, string> Headers, string Body);
