using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>Texts that are made to bring a sanitizer down: it ends, with an answer, and the secret in the middle is gone.</summary>
internal sealed class HostileTextTests
{
    private const string Secret = "password=Zk3qTx9mVb2w";

    [TestCaseSource(nameof(Texts))]
    public void A_hostile_text_ends_without_its_secret(string name, string text)
    {
        var sanitizer = new Sanitizer(SanitizedHar.Options());

        string clean = sanitizer.Clean(text);

        clean.Should().NotContain("Zk3qTx9mVb2w", name);
    }

    [TestCaseSource(nameof(Texts))]
    public void A_hostile_body_is_learned_and_cleaned(string name, string text)
    {
        PlantedHar planted = HarPlanter.BuildSmall(3);
        System.Text.Json.Nodes.JsonObject entry = HarPlanter.Empty("https://security.microsoft.com/x");
        Positions.Body(entry, text);

        string clean = SanitizedHar.Of(planted with { Entries = [entry] })[0].ToJsonString();

        clean.Should().NotContain("Zk3qTx9mVb2w", name);
    }

    [Test]
    public void An_archive_that_unpacks_to_far_more_than_it_is_is_not_unpacked()
    {
        var sanitizer = new Sanitizer(SanitizedHar.Options());
        byte[] bomb = Gzip(new byte[200 * 1024 * 1024]);
        long before = GC.GetAllocatedBytesForCurrentThread();

        sanitizer.Clean(Convert.ToBase64String(bomb)).Should().StartWith("fake-");
        sanitizer.Clean(bomb, "application/octet-stream").Length.Should().BeLessThan(100);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(200 * 1024 * 1024);
    }

    [Test]
    public void Any_nesting_of_containers_ends()
    {
        var sanitizer = new Sanitizer(SanitizedHar.Options());
        Func<string, string>[] wrap =
        [
            t => Uri.EscapeDataString(t), t => Convert.ToBase64String(Encoding.UTF8.GetBytes(t)), t => new System.Text.Json.Nodes.JsonObject { ["state"] = t }.ToJsonString(), t => $"https://a.example.com/?next={Uri.EscapeDataString(t)}#{t}",
            t => $"<a href=\"{t}\"><script>{t}</script></a>", t => Convert.ToBase64String(Gzip(Encoding.UTF8.GetBytes(t))), t => $"data: {t}\n\n", t => $"https://b/{t}",
        ];

        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), path =>
        {
            string text = Secret;
            foreach (byte step in path.Take(20))
            {
                text = text.Length < 10_000 ? wrap[step % wrap.Length](text) : text;
            }

            return sanitizer.Clean(text) is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private static IEnumerable<TestCaseData> Texts()
    {
        yield return Case("addresses inside addresses", string.Concat(Enumerable.Repeat("https://a/", 10_000)) + "?" + Secret);
        yield return Case("addresses inside queries", string.Concat(Enumerable.Repeat("https://a/?u=", 8_000)) + "&" + Secret);
        yield return Case("encoded many times", Many(Secret, 30, Uri.EscapeDataString));
        yield return Case("an address encoded many times", Many("https://a/?" + Secret, 30, t => "https://a/?u=" + Uri.EscapeDataString(t)));
        yield return Case("base64 in base64", Many(Secret, 25, t => Convert.ToBase64String(Encoding.UTF8.GetBytes(t))));
        yield return Case("archives in archives", Convert.ToBase64String(Enumerable.Range(0, 12).Aggregate(Encoding.UTF8.GetBytes(Secret), (bytes, _) => Gzip(bytes))));
        yield return Case("deep JSON", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + $"\"{Secret}\"" + new string('}', 10_000));
        yield return Case("deep lists", new string('[', 100_000) + $"\"{Secret}\"" + new string(']', 100_000));
        yield return Case("tags without an end", string.Concat(Enumerable.Repeat("<a b=\"", 20_000)) + Secret + "</");
        yield return Case("a tag of one word", "<a " + new string('x', 100_000) + " " + Secret + "</");
        yield return Case("entities", string.Concat(Enumerable.Repeat("&amp;#", 20_000)) + " " + Secret);
        yield return Case("underscores of a guest", string.Concat(Enumerable.Repeat("a_", 20_000)) + "#EXT# " + Secret);
        yield return Case("dots and digits", string.Concat(Enumerable.Repeat("1.", 50_000)) + " " + Secret);
        yield return Case("colons", string.Concat(Enumerable.Repeat("a:", 50_000)) + " " + Secret);
        yield return Case("backslashes", "{\"a\":\"" + new string('\\', 100_001) + "\", \"b\": \"" + Secret);
        yield return Case("a long word beside the signs of keys", new string('a', 300_000) + " task-1 AAAA % " + Secret);
        yield return Case("quotes", new string('"', 100_001) + " " + Secret);

        static TestCaseData Case(string name, string text) => new TestCaseData(name, text).SetArgDisplayNames(name);
    }

    private static string Many(string text, int times, Func<string, string> wrap)
    {
        for (int i = 0; i < times && text.Length < 200_000; i++)
        {
            text = wrap(text);
        }

        return text;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
