using System.Text.Json.Nodes;
using Harness.Mock.Exchanges;
using Harness.Mock.World;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>Names of the sensitive information types that DLP records mention by id.</summary>
internal sealed class ListSensitiveTypes : IFeedEndpoint
{
    private static readonly string[] Names = ["Credit Card Number", "International Banking Account Number (IBAN)", "SWIFT Code", "EU Debit Card Number", "ABA Routing Number", "IP Address", "Passport Number", "Driver's License Number"];

    public Reply Answer(FeedCall call)
    {
        string[] languages = call.Exchange.Header("Accept-Language")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (languages.Length > 1)
        {
            return call.Refuse("too-many-languages", "header-wrong", "Accept-Language names more than one language.", "Name one.");
        }

        // A language tag has letters, digits and hyphens; a weight has no place beside a single one.
        if (languages is [{ Length: > 0 } language] && !language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return call.Refuse("invalid-language", "header-wrong", $"Accept-Language is '{language}', which is no language.", "Send a tag such as en-US.");
        }

        return call.Json(
            new JsonArray([.. Names.Select(n => new JsonObject { ["id"] = StableHash.Guid(StableHash.Of(n)), ["name"] = n })]), "Names in English, whatever language is asked for.");
    }
}
