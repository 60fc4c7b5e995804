namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>The spellings of an id in text: with dashes, bare, split for a Power Platform host, as a security identifier, and before a store's name and hour in the name of a blob of audit records.</summary>
internal static class GuidSpellings
{
    public const string Pattern =
        @"(?<dashed>[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})|(?<![0-9A-Fa-f])(?:(?<host>[0-9A-Fa-f]{30}\.[0-9A-Fa-f]{2}|[0-9A-Fa-f]{31}\.[0-9A-Fa-f])(?![0-9A-Fa-f])|(?<bare>[0-9A-Fa-f]{32})(?:(?![0-9A-Fa-f])|(?=[a-z]{3,20}[0-9]{10}(?:\$|%24))))|S-1-12-1-(?<sid>\d{1,10}-\d{1,10}-\d{1,10}-\d{1,10})|(?<low>[0-9A-Fa-f]{8}_[0-9A-Fa-f]{4}_[0-9A-Fa-f]{4}_[0-9A-Fa-f]{4}_[0-9A-Fa-f]{12})";

    public static readonly Shape All = new(Pattern);

    public static bool ContainsOne(string text) => text.Length >= 32 && All.IsMatch(text);
}
