using System.Net;
using Harness.Drift.Guard;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

internal sealed class PublicAddressTests
{
    [Rail("R09")]
    [TestCase("127.0.0.1")]
    [TestCase("169.254.169.254")]
    [TestCase("::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("10.1.2.3")]
    [TestCase("172.20.0.1")]
    [TestCase("192.168.1.1")]
    [TestCase("100.64.0.1")]
    [TestCase("0.0.0.0")]
    [TestCase("fe80::1")]
    [TestCase("fd00::1")]
    [TestCase("224.0.0.1")]
    public void No_portal_lives_inside_a_network(string address) => PublicAddress.Is(IPAddress.Parse(address)).Should().BeFalse();

    [TestCase("13.107.6.156")]
    [TestCase("2603:1006::1")]
    public void A_portal_can_live_on_the_internet(string address) => PublicAddress.Is(IPAddress.Parse(address)).Should().BeTrue();
}
