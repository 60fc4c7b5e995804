using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;

namespace Harness.Tests.Mock.Synthesis;

internal sealed class TextLengthTests
{
    private const string Id = "8db0f904-5636-4489-939f-ee3a0cb21cac";

    [TestCase(null, 8)]
    [TestCase(4, 32)]
    [TestCase(32, 32)]
    [TestCase(33, 35)]
    [TestCase(35, 35)]
    [TestCase(36, 36)]
    [TestCase(40, 50)]
    public void An_id_is_made_as_long_as_its_schema_wants_it(int? least, int most)
    {
        var schema = new Schema { Types = JsonTypes.String, MinLength = least, MaxLength = most };

        TextLength.Fit(schema, Id, 1).Length.Should().BeInRange(least ?? 1, most);
    }
}
