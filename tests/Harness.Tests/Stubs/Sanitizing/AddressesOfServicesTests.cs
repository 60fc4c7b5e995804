using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>What must stay in an address so that the call is known again, and what must not.</summary>
internal sealed class AddressesOfServicesTests
{
    private const string Bap = "https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform";

    [TestCase(Bap + "/scopes/admin/environments?api-version=2023-06-01")]
    [TestCase(Bap + "/scopes/service/environments")]
    [TestCase(Bap + "/environments/~default")]
    [TestCase(Bap + "/locations/unitedstates/environmentCurrencies")]
    public void Words_that_stand_where_a_name_would_stay_in_a_path(string url) => Clean(url).Should().Be(url);

    [TestCase(Bap + "/scopes/fabrikam/environments")]
    [TestCase(Bap + "/environments/admin2fabrikam")]
    [TestCase(Bap + "/locations/fabrikam-hall/environmentCurrencies")]
    [TestCase(Bap + "/locations/The%20fabrikam%20hall/environmentCurrencies")]
    public void A_name_in_their_place_does_not_stay(string url) => Clean(url).Should().NotContain("fabrikam").And.NotContain("hall").And.StartWith(Bap);

    [Test]
    public void A_name_with_spaces_in_a_path_has_the_stand_in_that_it_has_under_its_label()
    {
        JsonEntry list = new("https://security.microsoft.com/a", """{"value":[{"displayName":"Hall of Fabrikam"}]}""");
        string[] clean = SanitizedHar.Of(HarPlanter.BuildSmall(3) with { Entries = [list.ToJson(), HarPlanter.Empty(Bap + "/locations/Hall%20of%20Fabrikam/environmentLanguages")] }).Select(e => e.ToJsonString()).ToArray();

        string standIn = clean[0].Split("Name ")[1][..StandInMark.Length];
        clean[1].Should().Contain($"/locations/Name%20{standIn}/environmentLanguages");
    }

    [TestCase("spo")]
    [TestCase("dlp")]
    [TestCase("exchange")]
    public void The_ids_in_the_name_of_an_audit_blob_are_mapped_whatever_store_follows_them(string store)
    {
        const string first = "1ecd79d6dfdfcf13519e050146ee9189", second = "b446db854343ab1147967d33386841f1";
        var sanitizer = new Sanitizer(new SanitizerOptions(SanitizerKey.Random()));

        string clean = sanitizer.Clean($"000002992008$000002992008${first}{store}2026112020${second}$04");

        clean.Should().MatchRegex($@"^000002992008\$000002992008\$[0-9a-f]{{32}}{store}2026112020\$[0-9a-f]{{32}}\$04$").And.NotContain(first).And.NotContain(second);
        sanitizer.Clean(clean).Should().Be(clean);
    }

    private static string Clean(string url)
    {
        HarEntry entry = new(System.Text.Encoding.UTF8.GetBytes(HarPlanter.Empty(url).ToJsonString()), 1);
        var sanitizer = new Sanitizer(new SanitizerOptions(SanitizerKey.Random()));
        sanitizer.Learn(entry);
        return sanitizer.Clean(entry).Request.Url;
    }

    private sealed record JsonEntry(string Url, string Body)
    {
        public System.Text.Json.Nodes.JsonObject ToJson()
        {
            System.Text.Json.Nodes.JsonObject entry = HarPlanter.Empty(Url);
            Positions.Body(entry, Body);
            return entry;
        }
    }
}
