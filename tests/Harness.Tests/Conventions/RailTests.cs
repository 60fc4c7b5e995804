using System.Reflection;
using Harness.Tests.Support;

namespace Harness.Tests.Conventions;

internal sealed class RailTests
{
    private static readonly string[] Tested =
    [
        .. typeof(RailTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Cast<MemberInfo>().Prepend(t))
            .SelectMany(m => m.GetCustomAttributes<RailAttribute>(inherit: false)).Select(a => a.Id),
    ];

    [TestCaseSource(typeof(Rails), nameof(Rails.All))]
    public void A_rail_has_a_test_that_would_see_it_fall(KeyValuePair<string, string> rail) => Tested.Should().Contain(rail.Key, $"nobody would notice that {rail.Value}");

    [Test]
    public void No_test_names_a_rail_that_is_not_there() => Tested.Should().BeSubsetOf(Rails.All.Keys);
}
