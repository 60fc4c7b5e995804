using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

public sealed class XsrfRequirementTests
{
    private readonly FakeAuthority _authority = new();
    private readonly XsrfRequirement _xsrf =
        TestFamily.Requirement<XsrfRequirement>("xsrf: XSRF-TOKEN, header: X-XSRF-TOKEN, on: [POST, PUT, PATCH, DELETE]");

    [TestCase("tok%3Apart2", "tok:part2", null)]
    [TestCase("plain", "plain", null)]
    [TestCase("a%2Bb%2Fc%3D%3D", "a+b/c==", null)]
    [TestCase("caf%C3%A9", "café", null)]
    [TestCase("tok%3Apart2", "tok%3Apart2", "xsrf-mismatch")]
    [TestCase("tok%3Apart2", "tok:part3", "xsrf-mismatch")]
    [TestCase("tok%3Apart2", "TOK:part2", "xsrf-mismatch")]
    [TestCase("tok%3Apart2", "tok:part", "xsrf-mismatch")]
    [TestCase("tok%3Apart2", null, "xsrf-missing")]
    [TestCase(null, "tok:part2", "xsrf-missing")]
    [TestCase(null, null, "xsrf-missing")]
    [TestCase("", "", "xsrf-missing")]
    public void The_header_must_be_the_decoded_cookie(string? cookie, string? header, string? code) =>
        _xsrf.Verify(Call(cookie, header), _authority).Code.Should().Be(code);

    [Test]
    public void A_header_that_is_still_encoded_is_told_so() =>
        _xsrf.Verify(Call("tok%3Apart2", "tok%3Apart2"), _authority).Because.Should().Contain("still URL-encoded").And.NotContain("part2");

    [Test]
    public void A_pair_longer_than_the_stack_buffer_is_decoded_all_the_same()
    {
        string value = string.Concat(Enumerable.Repeat("a:b", 400));

        _xsrf.Verify(Call(Uri.EscapeDataString(value), value), _authority).Passed.Should().BeTrue();
        _xsrf.Verify(Call(Uri.EscapeDataString(value), value + "x"), _authority).Code.Should().Be("xsrf-mismatch");
    }

    [Test]
    public void An_outgoing_pair_is_encoded_in_the_cookie_and_decoded_in_the_header()
    {
        var call = new OutgoingCall("POST", "admin.example.com", "/api/things");

        _xsrf.Satisfy(call, new FakeCredentials(_authority));

        call.Cookies["XSRF-TOKEN"].Should().Be("XSRF-TOKEN%3Avalue%2B1");
        call.Headers["X-XSRF-TOKEN"].Should().Be("XSRF-TOKEN:value+1");
    }

    private static FakeCall Call(string? cookie, string? header)
    {
        var call = new FakeCall("POST");
        if (cookie is not null)
        {
            call.WithCookie("XSRF-TOKEN", cookie);
        }

        return header is null ? call : call.WithHeader("X-XSRF-TOKEN", header);
    }
}
