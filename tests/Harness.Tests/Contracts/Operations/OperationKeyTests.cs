using Harness.Contracts.Operations;

namespace Harness.Tests.Contracts.Operations;

internal sealed class OperationKeyTests
{
    [TestCase("/Users/{id}", "/users/{userId}")]
    [TestCase("/a('{x}',{y})", "/A('{one}',{two})")]
    [TestCase("/apiproxy/apiproxy/arm/x", "/apiproxy/arm/x")]
    public void Spelling_does_not_make_another_operation(string left, string right) =>
        OperationKey.Normalize(left).Should().Be(OperationKey.Normalize(right));

    [TestCase("/a/", "/a")]
    [TestCase("/a//b", "/a/b")]
    [TestCase("/a/{x}", "/a/x")]
    [TestCase("/apiproxy/apiproxyish", "/apiproxyish")]
    public void A_slash_or_a_literal_does(string left, string right) =>
        OperationKey.Normalize(left).Should().NotBe(OperationKey.Normalize(right));
}
