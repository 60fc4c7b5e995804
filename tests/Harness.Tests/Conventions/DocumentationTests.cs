using System.Text.RegularExpressions;
using Harness.Tests.Support;

namespace Harness.Tests.Conventions;

internal sealed class DocumentationTests
{
    private static readonly Regex Link = new("\\]\\((?<target>[^)#\\s]+)\\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [Test]
    public void Every_link_into_the_repository_leads_somewhere()
    {
        string[] documents = [.. SourceFiles.All.Where(f => f.EndsWith(".md", StringComparison.Ordinal))];

        IEnumerable<string> broken = documents.SelectMany(document => Link.Matches(SourceFiles.Read(document))
            .Select(m => m.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Exists(document, target))
            .Select(target => $"{document}: {target}"));

        documents.Should().NotBeEmpty();
        broken.Should().BeEmpty();
    }

    private static bool Exists(string document, string target)
    {
        string path = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, target);
        return File.Exists(path) || Directory.Exists(path);
    }
}
