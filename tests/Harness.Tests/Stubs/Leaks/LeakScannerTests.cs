using System.Text.Json.Nodes;
using Harness.Stubs.Leaks;
using Harness.Tests.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing.Planted;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Leaks;

/// <summary>What the scan finds in what a person might commit, and that it lets sanitized recordings pass.</summary>
internal sealed class LeakScannerTests
{
    private static readonly string[] Sure = ["signed token", "refresh token", "client secret", "form digest", "connection string", "key with a signature", "name and password in an address", "recovery key", "short password", "temporary access pass"];

    [TestCaseSource(nameof(Sure))]
    public void A_planted_credential_in_an_answer_is_found(string kind)
    {
        PlantedHar planted = HarPlanter.BuildSmall(23);
        Plant plant = planted.Plants.First(p => p.Kind == kind && p.Position == "JSON body");

        LeakScanner.ScanText("x.har", planted.Entries[plant.Entry].ToJsonString()).Should().NotBeEmpty();
    }

    [Test]
    public void A_sanitized_recording_has_no_credentials_left()
    {
        PlantedHar planted = HarPlanter.BuildSmall(29);
        PlantedHar clean = planted with { Entries = SanitizedHar.Of(planted) };

        LeakScanner.ScanText("x.har", System.Text.Encoding.UTF8.GetString(clean.ToBytes()), LeakScope.Credentials).Should().BeEmpty();
    }

    [Test]
    public void A_raw_HAR_among_the_recordings_is_found_with_its_line_and_kind()
    {
        using var folder = new TemporaryFolder();
        CommittedRecordings.CopyTo(Path.Combine(folder.Path, "recordings"));
        LeakScanner.Scan(folder.Path).Should().BeEmpty();
        folder.With("recordings/defender/raw.har", "{\n \"log\": { \"entries\": [ " + Raw() + " ] }\n}");

        string[] leaks = [.. LeakScanner.Scan(folder.Path).Select(l => l.ToString())];

        leaks.Should().NotBeEmpty();
        leaks.Should().OnlyContain(l => l.StartsWith(Path.Combine(folder.Path, "recordings", "defender", "raw.har") + ":2: ", StringComparison.Ordinal));
    }

    [Test]
    public void A_large_HAR_is_looked_through_in_pieces_and_keeps_its_lines()
    {
        using var folder = new TemporaryFolder();
        string filler = string.Join(",\n", Enumerable.Repeat($"{{\"x\":\"{new string('a', 4000)}\"}}", 4600));
        folder.With("large.har", "{\"log\":{\"entries\":[\n" + filler + ",\n" + Raw() + "]}}");

        LeakScanner.Scan(Path.Combine(folder.Path, "large.har")).Should().NotBeEmpty().And.OnlyContain(l => l.Line == 4602);
    }

    [TestCase("Cookie", "sccauth=chunks:2; sccauthC1=fake-x; a=", false)]
    [TestCase("Set-Cookie", "sccauth=chunks:2; path=/; secure; httponly", false)]
    [TestCase("set-cookie", "sccauth=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/", false)]
    [TestCase("Cookie", "a=fake-x; b=Zk3qTx9mVb2w", true)]
    [TestCase("Set-Cookie", "a=fake-x; path=/\\nb=Zk3qTx9mVb2w; path=/", true)]
    [TestCase("Set-Cookie", "a=chunksZk3qTx9mVb2w; path=/", true)]
    public void A_header_with_cookies_is_a_leak_as_long_as_one_of_them_is_real(string name, string value, bool isLeak) =>
        LeakScanner.ScanText("x.har", $$"""{"name": "{{name}}", "value": "{{value}}"}""").Any().Should().Be(isLeak);

    private static string Raw()
    {
        JsonObject entry = HarPlanter.Empty("https://security.microsoft.com/x");
        entry["request"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = "Cookie", ["value"] = "sccauth=" + new Draw(4).Text(60) });
        return entry.ToJsonString();
    }
}
