using Harness.Stubs.Leaks;
using Harness.Tests.Support;

namespace Harness.Tests.Conventions;

/// <summary>What is committed as data is looked through by the scan that guards a person's commits.</summary>
internal sealed class CommittedSecretsTests
{
    // Contracts name ids that are everybody's, and nobody.
    [TestCase("recordings", LeakScope.Everything)]
    [TestCase("mocks", LeakScope.Everything)]
    [TestCase("contracts", LeakScope.Credentials)]
    public void Nothing_secret_is_committed(string folder, LeakScope scope) =>
        LeakScanner.Scan(Path.Combine(Repository.Root, folder), scope).Select(l => l.ToString()).Should().BeEmpty();
}
