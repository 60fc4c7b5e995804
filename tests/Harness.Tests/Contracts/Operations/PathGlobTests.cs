using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts.Operations;

namespace Harness.Tests.Contracts.Operations;

public sealed class PathGlobTests
{
    [TestCase("/mtoapi/**", "GET", "/mtoapi/a/b", true)]
    [TestCase("/mtoapi/**", "GET", "/MtoApi/", true)]
    [TestCase("/mtoapi/**", "GET", "/mtoapi", false)]
    [TestCase("/users/*/roles", "GET", "/users/{id}/roles", true)]
    [TestCase("/users/*/roles", "GET", "/users/a/b/roles", false)]
    [TestCase("/users/a*", "GET", "/users/abc", true)]
    [TestCase("GET /ping", "GET", "/ping", true)]
    [TestCase("get /ping", "GET", "/ping", true)]
    [TestCase("GET /ping", "POST", "/ping", false)]
    [TestCase("/**/x/*", "GET", "/a/x/b/x/c", true)]
    [TestCase("/**/x/*", "GET", "/a/x/b/c", false)]
    public void A_glob_means_what_it_says(string glob, string method, string path, bool matches) =>
        PathGlob.Parse(glob).Matches(method, path).Should().Be(matches);

    [Test]
    public void A_glob_agrees_with_the_regex_that_says_the_same()
    {
        Gen<string> Words(params string[] parts) => Gen.ListOf(Gen.Elements(parts)).Select(p => "/" + string.Concat(p));

        Prop.ForAll(Words("a", "b", "/", "*", "**").ToArbitrary(), Words("a", "b", "/").ToArbitrary(), (glob, path) =>
        {
            string regex = Regex.Escape(glob).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
            return PathGlob.Parse(glob).Matches("GET", path) == Regex.IsMatch(path, $"^{regex}$", RegexOptions.None, TimeSpan.FromSeconds(5));
        }).QuickCheckThrowOnFailure();
    }
}
