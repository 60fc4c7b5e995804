using Harness.Contracts.Operations;
using Harness.Contracts.Routing;

namespace Harness.Tests.Contracts.Routing;

public sealed class AddressingTests
{
    private static readonly Addressing s_addressing = new(
        [.. new[] { "security.microsoft.com", "{tenant}-admin.sharepoint.com", "security.microsoft.com" }.Select(HostPattern.Parse)]);

    [TestCase("127.0.0.1:5080", "/security.microsoft.com/apiproxy/mtp", "security.microsoft.com", "/apiproxy/mtp", "/security.microsoft.com")]
    [TestCase("localhost", "/Security.Microsoft.com//a/%2F?x=/y", "security.microsoft.com", "//a/%2F", "/Security.Microsoft.com")]
    [TestCase("[::1]:5080", "/contoso-admin.sharepoint.com", "contoso-admin.sharepoint.com", "/", "/contoso-admin.sharepoint.com")]
    [TestCase("harness", "/contoso-admin.sharepoint.com/?q=1", "contoso-admin.sharepoint.com", "/", "/contoso-admin.sharepoint.com")]
    public void The_first_segment_names_the_portal_on_any_other_host(string header, string target, string host, string path, string prefix)
    {
        s_addressing.Parse(header, target).Should().Be(new RequestAddress(AddressForm.Path, host, path, prefix));
    }

    [TestCase("security.microsoft.com", "/a/b?c=d", "/a/b")]
    [TestCase("SECURITY.microsoft.com:443", "/a", "/a")]
    [TestCase("security.microsoft.com.", "", "/")]
    [TestCase("security.microsoft.com.:5443", "/contoso-admin.sharepoint.com/x", "/contoso-admin.sharepoint.com/x")]
    [TestCase("security.microsoft.com", "/__harness/health", "/__harness/health")]
    public void A_declared_name_in_the_Host_header_always_wins(string header, string target, string path)
    {
        s_addressing.Parse(header, target).Should().Be(new RequestAddress(AddressForm.Host, "security.microsoft.com", path, ""));
    }

    [TestCase("security.microsoft.com.localhost:5080")]
    [TestCase("Security.Microsoft.com.LocalHost")]
    [TestCase("security.microsoft.com.localhost.:5080")]
    public void A_name_below_localhost_names_the_portal(string header)
    {
        s_addressing.Parse(header, "/a").Should().Be(new RequestAddress(AddressForm.Subdomain, "security.microsoft.com", "/a", ""));
    }

    [TestCase("http://security.microsoft.com:80/a?b", AddressForm.Host, "security.microsoft.com", "/a")]
    [TestCase("HTTP://security.microsoft.com", AddressForm.Host, "security.microsoft.com", "/")]
    [TestCase("http://localhost:5080/security.microsoft.com/a", AddressForm.Path, "security.microsoft.com", "/a")]
    public void A_whole_URL_as_target_overrules_the_Host_header(string target, AddressForm form, string host, string path)
    {
        RequestAddress address = s_addressing.Parse("other.example.com", target);
        (address.Form, address.Host, address.RawPath).Should().Be((form, host, path));
    }

    [TestCase("127.0.0.1:5080", "/__harness/health", "127.0.0.1", "/__harness/health")]
    [TestCase("[::1]:5080", "/", "[::1]", "/")]
    [TestCase("::1", "/", "::1", "/")]
    [TestCase("foo.localhost", "/x.example.com/a", "foo.localhost", "/x.example.com/a")]
    [TestCase("evilsecurity.microsoft.com", "/apiproxy", "evilsecurity.microsoft.com", "/apiproxy")]
    [TestCase("localhost", "//security.microsoft.com/a", "localhost", "//security.microsoft.com/a")]
    [TestCase(null, "*", "", "*")]
    public void Everything_else_is_the_servers_own(string? header, string target, string host, string path)
    {
        s_addressing.Parse(header, target).Should().Be(new RequestAddress(AddressForm.Own, host, path, ""));
    }
}
