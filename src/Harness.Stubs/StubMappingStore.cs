using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Harness.Contracts;
using Harness.Stubs.Mappings;
using Harness.Stubs.Requests;

namespace Harness.Stubs;

/// <summary>All stub mappings of a server: read from folders, added and removed while it runs. Finding one takes no lock, and a family without mappings costs one look-up.</summary>
public sealed class StubMappingStore
{
    private readonly Lock _lock = new();
    private readonly List<StoredStub> _stubs = [];
    private StoredStub[] _files = [];
    private long _lastOrder;
    private volatile Snapshot _snapshot = new([]);

    public ScenarioStates Scenarios { get; } = new();

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<StoredStub> All => _snapshot.Stubs;

    /// <summary>Reads <c>FOLDER/FAMILY/*.json</c>.</summary>
    /// <returns>How many mappings were read.</returns>
    public int Load(string folder, ICollection<ContractProblem> problems)
    {
        lock (_lock)
        {
            int before = _stubs.Count;
            foreach (FoundMappingFile file in MappingFolder.OfFamilies(folder))
            {
                int index = 0;
                foreach (StubMapping mapping in StubMappingReader.ReadFile(file.Path, problems))
                {
                    Put(new StoredStub(mapping.Id ?? DerivedId(file, index++), file.Family, mapping, ++_lastOrder, IsFromFile: true));
                }
            }

            _files = [.. _stubs.Where(s => s.IsFromFile)];
            _snapshot = new Snapshot(_stubs);
            return _stubs.Count - before;
        }
    }

    /// <summary>Adds a mapping, in the place of the one with the same id if there is one.</summary>
    /// <param name="family">The family whose hosts it answers on; null for all.</param>
    public StoredStub Add(StubMapping mapping, string? family = null)
    {
        lock (_lock)
        {
            Guid id = mapping.Id ?? new Guid(RandomNumberGenerator.GetBytes(16));
            var stub = new StoredStub(id, family, mapping, ++_lastOrder, IsFromFile: false);
            Put(stub);
            _snapshot = new Snapshot(_stubs);
            return stub;
        }
    }

    public StoredStub? Find(Guid id) => Array.Find(_snapshot.Stubs, s => s.Id == id);

    /// <returns>False when there is none with this id.</returns>
    public bool Remove(Guid id)
    {
        lock (_lock)
        {
            bool removed = _stubs.RemoveAll(s => s.Id == id) > 0;
            _snapshot = removed ? new Snapshot(_stubs) : _snapshot;
            return removed;
        }
    }

    /// <summary>Removes all, those from files too.</summary>
    public void Clear() => Become([]);

    /// <summary>Mappings as the files have them, and every scenario at its start.</summary>
    public void Reset()
    {
        Become(_files);
        Scenarios.Reset();
    }

    /// <summary>Whether some mapping could answer this path; false costs next to nothing.</summary>
    public bool MayAnswer(string family, string rawPath) => _snapshot.Of(family).Candidates(rawPath).Length > 0;

    /// <summary>Whether some mapping is for this call, in whichever state its scenario stands.</summary>
    public bool Matches(string family, StubCall call) => Array.Exists(_snapshot.Of(family).Candidates(call.Request.RawPath), s => s.Mapping.Request.Accepts(call));

    /// <summary>The mapping that answers, its scenario moved on; null when none does.</summary>
    public StoredStub? Take(string family, StubCall call)
    {
        foreach (StoredStub stub in _snapshot.Of(family).Candidates(call.Request.RawPath))
        {
            if (stub.Mapping.Request.Accepts(call) && (stub.Mapping.Scenario is not { } step || Scenarios.TryTake(step)))
            {
                return stub;
            }
        }

        return null;
    }

    private void Become(StoredStub[] stubs)
    {
        lock (_lock)
        {
            _stubs.Clear();
            _stubs.AddRange(stubs);
            _snapshot = new Snapshot(_stubs);
        }
    }

    private void Put(StoredStub stub)
    {
        _stubs.RemoveAll(s => s.Id == stub.Id);
        _stubs.Add(stub);
    }

    // The same file gives the same id on every start, so that a client can name what it saw.
    private static Guid DerivedId(FoundMappingFile file, int index) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Family}/{Path.GetFileName(file.Path)}#{index}")).AsSpan(0, 16));

    private sealed class Snapshot
    {
        private readonly StubIndex _others;
        private readonly FrozenDictionary<string, StubIndex> _families;

        public Snapshot(IEnumerable<StoredStub> stubs)
        {
            Stubs = [.. stubs];
            StoredStub[] everywhere = [.. Stubs.Where(s => s.Family is null)];
            _others = everywhere.Length == 0 ? StubIndex.Empty : new StubIndex(everywhere);
            _families = Stubs.Select(s => s.Family).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(
                family => family,
                family => new StubIndex(Stubs.Where(s => s.Family is null || s.Family.Equals(family, StringComparison.OrdinalIgnoreCase))),
                StringComparer.OrdinalIgnoreCase);
        }

        public StoredStub[] Stubs { get; }

        public StubIndex Of(string family) => _families.GetValueOrDefault(family, _others);
    }
}
