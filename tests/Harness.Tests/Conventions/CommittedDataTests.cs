using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Harness.Tests.Support;

namespace Harness.Tests.Conventions;

internal sealed class CommittedDataTests
{
    // Parts of the spec author's own tenant and names; split, so that this file does not hold them.
    private static readonly string[] Strangers =
    [
        "847b" + "5907", "b171" + "eb18619dbf", "621c" + "0f33-3fd1", "mcnulty" + ".com", "dolphin" + "labs", "dolphin" + " labs", "org8c2f" + "99d4",
    ];

    [TestCaseSource(nameof(Strangers))]
    public void Nothing_committed_names_a_real_tenant(string stranger) =>
        SourceFiles.All.Where(IsText).Where(f => SourceFiles.Read(f).Contains(stranger, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();

    [Test]
    public void No_path_of_a_developers_machine_is_committed()
    {
        var machine = new Regex("(^|[\\s\"'(=])/(home|root|work)/\\w|[A-Z]:\\\\Users\\\\", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        SourceFiles.All.Where(IsText).Where(f => machine.IsMatch(SourceFiles.Read(f))).Should().BeEmpty();
    }

    [Test]
    public void No_imported_spec_is_committed()
    {
        string specs = SharedSpecs.RequireNodoc();
        var known = Directory.EnumerateFiles(specs, "*.yml", SearchOption.AllDirectories).Select(f => Hash(f)).ToHashSet(StringComparer.Ordinal);

        known.Should().HaveCountGreaterThan(100);
        SourceFiles.All.Where(f => f.EndsWith(".yml", StringComparison.Ordinal)).Where(f => known.Contains(Hash(Path.Combine(Repository.Root, f)))).Should().BeEmpty();
    }

    private static bool IsText(string file) => Path.GetExtension(file) is ".cs" or ".yml" or ".json" or ".md" or ".csproj" or ".props" or ".sln" or ".txt" or ".html" or "";

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
