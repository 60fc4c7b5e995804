using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts;
using Harness.Tests.Contracts.OpenApi;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Caching;

internal sealed class ContractCacheTests
{
    private const string Family =
        """
        id: sample
        title: Sample
        accessModel: None
        hosts: ["https://sample.example.com/base"]
        refusals: { refused: { status: 404, body: "", evidence: inferred, source: "made up for this test" } }
        unknownPath: refused
        wrongMethod: refused
        unknownObject: refused
        invalidCall: refused
        """;

    private ContractFolder _contracts = null!;
    private ContractFolder _cache = null!;

    [SetUp]
    public void WriteContracts()
    {
        _cache = new ContractFolder();
        _contracts = new ContractFolder()
            .With("sample/family.yml", Family)
            .With("sample/openapi.yml", Documents.Root(
                $"/a/{{id}}:\n{Documents.Indented(Documents.Get("{ $ref: '#/components/schemas/Node' }"))}\n/b:\n{Documents.Indented(Documents.Get("{ $ref: '#/missing' }"))}",
                "components: { schemas: { Node: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Node' }, n: { type: number, minimum: 1.50 } } } } }"));
    }

    [TearDown]
    public void Delete()
    {
        _contracts.Dispose();
        _cache.Dispose();
    }

    [Test]
    public void The_second_load_comes_from_the_cache_and_is_the_same()
    {
        CompiledContracts first = Load();
        CompiledContracts second = Load();

        (first.FromCache, second.FromCache).Should().Be((false, true));
        ContractDump.Of(second).Should().Be(ContractDump.Of(first));
        second.Problems.Should().ContainSingle();
    }

    [Test]
    public void A_changed_file_is_read_again()
    {
        string before = Load().ContentHash;
        _contracts.With("sample/family.yml", Family.Replace("title: Sample", "title: Renamed", StringComparison.Ordinal));

        CompiledContracts after = Load();

        after.FromCache.Should().BeFalse();
        after.ContentHash.Should().NotBe(before);
        after.Families[0].Title.Should().Be("Renamed");
    }

    [Test]
    public void A_damaged_file_is_as_if_it_were_not_there()
    {
        string expected = ContractDump.Of(Load());
        string file = Directory.GetFiles(_cache.Path).Single();
        byte[] whole = File.ReadAllBytes(file);

        Prop.ForAll<int, byte, bool>((at, flip, truncate) =>
        {
            byte[] damaged = [.. whole];
            int position = Math.Abs(at % whole.Length);
            damaged[position] ^= (byte)(flip | 1);
            File.WriteAllBytes(file, truncate ? damaged[..position] : damaged);
            CompiledContracts loaded = Load();
            return !loaded.FromCache && string.Equals(ContractDump.Of(loaded), expected, StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Test]
    public void Damage_behind_a_good_checksum_is_told_and_never_a_crash_of_another_kind()
    {
        Load();
        byte[] whole = File.ReadAllBytes(Directory.GetFiles(_cache.Path).Single())[80..];

        Prop.ForAll<int, byte>((at, flip) =>
        {
            byte[] damaged = [.. whole];
            damaged[Math.Abs(at % whole.Length)] ^= (byte)(flip | 1);
            try
            {
                Harness.Contracts.Caching.CacheDecoder.Decode(damaged, 0);
            }
            catch (InvalidDataException)
            {
                return true;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Test]
    public void A_cache_folder_that_cannot_be_written_is_no_matter()
    {
        _cache.With("blocked", "a file where a folder should be");

        ContractLoader.Load(new ContractLoadOptions { CoreFolder = _contracts.Path, CacheFolder = _cache.In("blocked") }).Operations.Should().HaveCount(2);
    }

    [Test]
    public void Only_the_latest_eight_are_kept()
    {
        for (int i = 0; i < 12; i++)
        {
            _contracts.With("sample/family.yml", $"{Family}\n# {i}\n");
            Load();
        }

        Directory.GetFiles(_cache.Path).Should().HaveCount(8);
        Load().FromCache.Should().BeTrue();
    }

    [Test]
    public void All_real_specs_survive_the_round_trip()
    {
        var options = new ContractLoadOptions { Imports = [SharedSpecs.RequireNodoc()], CacheFolder = _cache.Path };
        string compiled = ContractDump.Of(ContractLoader.Load(options));
        CompiledContracts cached = ContractLoader.Load(options);

        cached.FromCache.Should().BeTrue();
        ContractDump.Of(cached).Should().Be(compiled);
    }

    private CompiledContracts Load() => ContractLoader.Load(new ContractLoadOptions { CoreFolder = _contracts.Path, CacheFolder = _cache.Path });
}
