using Harness.Mock.Exchanges;

namespace Harness.Tests.Mock.Exchanges;

internal sealed class RememberedTests
{
    [Test]
    public void An_object_whose_place_another_has_taken_is_forgotten_and_never_mistaken_for_it()
    {
        var remembered = new Remembered<object, string>();
        object[] keys = [.. Enumerable.Range(0, 2000).Select(_ => new object())];
        for (int i = 0; i < keys.Length; i++)
        {
            remembered.Keep(keys[i], $"value {i}");
        }

        int found = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (remembered.TryFind(keys[i], out string? value))
            {
                value.Should().Be($"value {i}");
                found++;
            }
        }

        found.Should().BeInRange(1, 256);
        remembered.TryFind(new object(), out _).Should().BeFalse();
    }

    [Test]
    public void Equal_objects_are_two()
    {
        var remembered = new Remembered<string, string>();
        string key = new('a', 3);
        remembered.Keep(key, "its own");

        remembered.TryFind(new string('a', 3), out _).Should().BeFalse();
        remembered.TryFind(key, out string? value).Should().BeTrue();
        value.Should().Be("its own");
    }
}
