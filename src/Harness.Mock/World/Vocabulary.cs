using Bogus;
using Bogus.DataSets;

namespace Harness.Mock.World;

/// <summary>Word lists that Bogus fills once; the world picks from them by hash, which costs next to nothing.</summary>
/// <remarks>Each list has its own generator, so that which one is asked first does not matter.</remarks>
internal static class Vocabulary
{
    private const int Seed = 4711;

    private static readonly Lazy<string[]> LazyGivenNames = Lazily(64, () => new Name(), n => n.FirstName());
    private static readonly Lazy<string[]> LazySurnames = Lazily(128, () => new Name(), n => n.LastName());
    private static readonly Lazy<string[]> LazyJobTitles = Lazily(48, () => new Name(), n => n.JobTitle());
    private static readonly Lazy<string[]> LazyCompanies = Lazily(48, () => new Company(), c => c.CompanyName());
    private static readonly Lazy<string[]> LazyCatchPhrases = Lazily(64, () => new Company(), c => c.CatchPhrase());
    private static readonly Lazy<string[]> LazyProducts = Lazily(64, () => new Commerce(), c => c.ProductName());
    private static readonly Lazy<string[]> LazySentences = Lazily(64, () => new Hacker(), h => h.Phrase());
    private static readonly Lazy<string[]> LazyWords = Lazily(96, () => new Hacker(), h => h.Noun());
    private static readonly Lazy<string[]> LazyCities = Lazily(48, () => new Address(), a => a.City());
    private static readonly Lazy<string[]> LazyStreets = Lazily(48, () => new Address(), a => a.StreetAddress());
    private static readonly Lazy<string[]> LazyStates = Lazily(48, () => new Address(), a => a.State());
    private static readonly Lazy<string[]> LazyCountries = Lazily(48, () => new Address(), a => a.Country());
    private static readonly Lazy<string[]> LazyUserAgents = Lazily(16, () => new Internet(), i => i.UserAgent());
    private static readonly Lazy<string[]> LazyFileNames = Lazily(32, () => new Bogus.DataSets.System(), s => s.CommonFileName());

    public static string[] GivenNames => LazyGivenNames.Value;

    public static string[] Surnames => LazySurnames.Value;

    public static string[] JobTitles => LazyJobTitles.Value;

    public static string[] Companies => LazyCompanies.Value;

    public static string[] CatchPhrases => LazyCatchPhrases.Value;

    public static string[] Products => LazyProducts.Value;

    public static string[] Sentences => LazySentences.Value;

    public static string[] Words => LazyWords.Value;

    public static string[] Cities => LazyCities.Value;

    public static string[] Streets => LazyStreets.Value;

    public static string[] States => LazyStates.Value;

    public static string[] Countries => LazyCountries.Value;

    public static string[] UserAgents => LazyUserAgents.Value;

    public static string[] FileNames => LazyFileNames.Value;

    public static string Pick(string[] list, ulong hash) => list[StableHash.Below(hash, list.Length)];

    private static Lazy<string[]> Lazily<TDataSet>(int count, Func<TDataSet> create, Func<TDataSet, string> next)
        where TDataSet : DataSet => new(() =>
    {
        TDataSet source = create();
        source.Random = new Randomizer(Seed);
        HashSet<string> words = new(StringComparer.Ordinal);
        for (int tries = 0; words.Count < count && tries < count * 4; tries++)
        {
            words.Add(next(source));
        }

        return [.. words];
    });
}
