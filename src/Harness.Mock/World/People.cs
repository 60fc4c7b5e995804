using Harness.Contracts.Tenants;

namespace Harness.Mock.World;

/// <summary>The users of a tenant: its personas first, then invented colleagues.</summary>
internal sealed class People
{
    private const int Colleagues = 3;

    private readonly ulong _seed;
    private readonly string _domain;
    private readonly Person[] _pool;

    public People(Tenant tenant, ulong seed)
    {
        _seed = seed;
        Persona[] personas = [.. tenant.Personas.Where(p => p.Upn.Contains('@', StringComparison.Ordinal) && p.Id != "service-principal")];
        _domain = personas.Length > 0 ? personas[0].Upn[(personas[0].Upn.IndexOf('@', StringComparison.Ordinal) + 1)..] : tenant.Domains[^1];
        _pool = new Person[personas.Length + Colleagues];
        for (int i = 0; i < _pool.Length; i++)
        {
            _pool[i] = i < personas.Length ? FromPersona(personas[i], i) : Invent(i, StableHash.Mix(seed, (ulong)i));
        }
    }

    public int Count => _pool.Length;

    public Person Of(in Entity entity) => (uint)entity.Ordinal < (uint)_pool.Length ? _pool[entity.Ordinal] : Stranger(entity);

    /// <summary>Place in the pool of the user with that object id, UPN or mail address; -1 for a stranger.</summary>
    public int Find(string value)
    {
        bool isGuid = Guid.TryParse(value, out Guid id);
        for (int i = 0; i < _pool.Length; i++)
        {
            if (isGuid ? _pool[i].ObjectId == id : string.Equals(_pool[i].Upn, value, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private Person Stranger(in Entity entity)
    {
        Person person = Invent(entity.Ordinal, entity.Seed);
        return entity.Key is null ? person
            : Guid.TryParse(entity.Key, out Guid id) ? person with { ObjectId = id }
            : entity.Key.Contains('@', StringComparison.Ordinal) ? person with { Upn = entity.Key, Mail = entity.Key }
            : person;
    }

    private Person FromPersona(Persona persona, int ordinal)
    {
        ulong hash = StableHash.Mix(_seed, (ulong)ordinal);
        int space = persona.DisplayName.IndexOf(' ', StringComparison.Ordinal);
        string given = space > 0 ? persona.DisplayName[..space] : persona.DisplayName;
        string surname = space > 0 ? persona.DisplayName[(space + 1)..] : Vocabulary.Pick(Vocabulary.Surnames, hash);
        string mail = persona.Upn.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) ? $"{Letters(given)}.{Letters(surname)}@{_domain}" : persona.Upn;
        return new Person(persona.ObjectId, given, surname, persona.DisplayName, persona.Upn, mail, JobTitle(hash), Department(hash));
    }

    // The ordinal moves through the names, so that no two colleagues share one.
    private Person Invent(int ordinal, ulong hash)
    {
        string given = Vocabulary.GivenNames[(int)((_seed + (ulong)Math.Abs(ordinal)) % (ulong)Vocabulary.GivenNames.Length)];
        string surname = Vocabulary.Pick(Vocabulary.Surnames, StableHash.Mix(hash, 1));
        string upn = $"{Letters(given)}.{Letters(surname)}@{_domain}";
        return new Person(StableHash.Guid(StableHash.Mix(hash, 2)), given, surname, $"{given} {surname}", upn, upn, JobTitle(hash), Department(hash));
    }

    private static string JobTitle(ulong hash) => Vocabulary.Pick(Vocabulary.JobTitles, StableHash.Mix(hash, 3));

    private static string Department(ulong hash) => Vocabulary.Pick(WellKnownNames.Departments, StableHash.Mix(hash, 4));

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
