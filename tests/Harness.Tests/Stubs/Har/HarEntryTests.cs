using System.Text;
using Harness.Stubs.Har;

namespace Harness.Tests.Stubs.Har;

internal sealed class HarEntryTests
{
    [Test]
    public void A_copy_with_other_bytes_shows_nothing_of_the_bytes_before()
    {
        HarEntry raw = Entry("https://real.example/secret");
        raw.Request.Url.Should().Be("https://real.example/secret");

        HarEntry clean = raw with { Utf8 = Entry("https://fake.example/").Utf8 };

        clean.Request.Url.Should().Be("https://fake.example/");
        clean.Line.Should().Be(raw.Line);
    }

    private static HarEntry Entry(string url) => new(Encoding.UTF8.GetBytes($$"""{ "request": { "method": "GET", "url": "{{url}}" }, "response": { "status": 200 } }"""), 7);
}
