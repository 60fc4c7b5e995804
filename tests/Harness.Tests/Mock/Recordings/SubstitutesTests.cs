using Harness.Mock.Recordings;

namespace Harness.Tests.Mock.Recordings;

internal sealed class SubstitutesTests
{
    [TestCase("/locations/Name%20uyfcokhirupssk4p/languages", "/locations/Hall%20of%20mirrors/languages")]
    [TestCase("in Name uyfcokhirupssk4p, as ever", "in Hall of mirrors, as ever")]
    [TestCase("/sites/ruyfcokhirupssk4p/slots", "/sites/shop-1/slots")]
    [TestCase("/sites/ruyfcokhirupssk4px/slots", "/sites/ruyfcokhirupssk4px/slots")]
    [TestCase("/sites/Name%20apk6hkd6kti5cqhv", "/sites/Name%20apk6hkd6kti5cqhv")]
    public void A_stand_in_within_a_path_or_a_sentence_becomes_what_it_means_here(string recorded, string expected)
    {
        var substitutes = new Substitutes();
        substitutes.Add("Name uyfcokhirupssk4p", "Hall of mirrors");
        substitutes.Add("ruyfcokhirupssk4p", "shop-1");

        substitutes.Apply(recorded).Should().Be(expected);
    }
}
