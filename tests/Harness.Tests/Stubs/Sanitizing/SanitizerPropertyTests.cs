using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>What holds for any text and any recording.</summary>
internal sealed class SanitizerPropertyTests
{
    private const string OtherKey = "ff112233445566778899aabbccddeeff00112233445566778899aabbccddee00";

    [Test]
    public void A_second_pass_changes_nothing()
    {
        PlantedHar planted = HarPlanter.Build(11);
        IReadOnlyList<JsonObject> once = SanitizedHar.Of(planted);

        IReadOnlyList<JsonObject> twice = SanitizedHar.Of(planted with { Entries = once });

        string[] changed = [.. once.Zip(twice).Where(p => !JsonNode.DeepEquals(p.First, p.Second)).Select(p => $"{p.First.ToJsonString()}\n{p.Second.ToJsonString()}")];
        changed.Should().BeEmpty();
    }

    [Test]
    public void The_same_key_gives_the_same_bytes_and_another_key_other_stand_ins()
    {
        PlantedHar planted = HarPlanter.Build(12);

        string first = Joined(SanitizedHar.Of(planted)), second = Joined(SanitizedHar.Of(planted)), other = Joined(SanitizedHar.Of(planted, SanitizedHar.Options(OtherKey)));

        second.Should().Be(first);
        other.Should().NotBe(first);
    }

    [Test]
    public void The_order_of_the_entries_does_not_matter()
    {
        PlantedHar planted = HarPlanter.Build(13);
        PlantedHar reversed = planted with { Entries = [.. planted.Entries.Reverse()] };

        IReadOnlyList<JsonObject> forward = SanitizedHar.Of(planted);
        IReadOnlyList<JsonObject> backward = [.. SanitizedHar.Of(reversed).Reverse()];

        forward.Zip(backward).Should().OnlyContain(p => JsonNode.DeepEquals(p.First, p.Second));
    }

    [Test]
    public void Ids_and_addresses_never_share_a_stand_in()
    {
        var sanitizer = new Sanitizer(SanitizedHar.Options());
        var draw = new Draw(5);
        string[] values = [.. Enumerable.Range(0, 20_000).Select(i => i % 2 == 0 ? draw.Id().ToString() : draw.Upn()).Distinct()];

        values.Select(v => sanitizer.Clean(v)).Distinct(StringComparer.Ordinal).Should().HaveCount(values.Length);
    }

    [Test]
    public void An_id_keeps_its_spelling_and_is_known_as_a_stand_in()
    {
        var sanitizer = new Sanitizer(SanitizedHar.Options());

        Prop.ForAll(ArbMap.Default.ArbFor<Guid>(), id =>
        {
            string clean = sanitizer.Clean(id.ToString("B").ToUpperInvariant());
            return !clean.Any(char.IsLower) && Guid.ParseExact(clean, "B") is var mapped && (mapped == id || StandInMark.Is(mapped)) && Guid.Parse(sanitizer.Clean(id.ToString("N"))) == mapped;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Any_text_under_any_name_is_sanitized_once_and_for_all()
    {
        var sanitizer = new Sanitizer(SanitizedHar.Options());
        string[] labels = ["", "password", "displayName", "nonce", "$skiptoken", "phone", "url", "SAMLResponse", "subject", "host"];

        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<PositiveInt>(), (text, pick) =>
        {
            string label = labels[pick.Get % labels.Length];
            string once = sanitizer.Clean(text.Get, label);
            return sanitizer.Clean(once, label) == once;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Any_bytes_are_a_body()
    {
        var sanitizer = new Sanitizer(SanitizedHar.Options());

        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => sanitizer.Clean(bytes ?? [], "application/octet-stream") is not null).QuickCheckThrowOnFailure();
    }

    [Test]
    public void A_planted_secret_under_a_secret_name_is_gone_whatever_it_looks_like()
    {
        var sanitizer = new Sanitizer(SanitizedHar.Options());

        Prop.ForAll(ArbMap.Default.ArbFor<Guid>(), id =>
        {
            string secret = Convert.ToBase64String(Encoding.UTF8.GetBytes(id.ToString()))[..24];
            return !sanitizer.Clean(secret, "clientSecret").Contains(secret, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    private static string Joined(IEnumerable<JsonObject> entries) => string.Join('\n', entries.Select(e => e.ToJsonString()));
}
