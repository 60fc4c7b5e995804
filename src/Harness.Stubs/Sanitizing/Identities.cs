using Harness.Stubs.Sanitizing.Known;

namespace Harness.Stubs.Sanitizing;

/// <summary>Stand-ins for people, organizations, domains and machines, one for each however it is spelled; remembers the other spellings for free text.</summary>
internal sealed class Identities(Pseudonyms standIns, Vocabulary vocabulary)
{
    private static readonly HashSet<string> PlainLabels = new(StringComparer.OrdinalIgnoreCase)
    {
        "www", "api", "portal", "admin", "mail", "autodiscover", "login", "sts", "adfs", "smtp", "webmail", "enterpriseregistration", "enterpriseenrollment", "static", "cdn", "app", "dev", "test", "cms",
        "lyncdiscover", "sip", "mta-sts", "security", "compliance", "support",
    };

    private static readonly HashSet<string> SecondLevel = new(StringComparer.OrdinalIgnoreCase) { "co", "com", "org", "net", "ac", "gov", "edu" };

    private const int HostLimit = 2000;

    private readonly Dictionary<string, string> _hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _addressHosts = new(StringComparer.Ordinal);

    /// <summary>A tenant's short name: the first label of its onmicrosoft.com domain.</summary>
    public string Organization(string label)
    {
        if (IsMarked(label, 't'))
        {
            return label;
        }

        string standIn = "t" + standIns.Mark("org", label);
        if (label.Length >= 4 && !CommonWords.Contains(label))
        {
            vocabulary.Learn(label, standIn);
        }

        return standIn;
    }

    /// <summary>A registered domain, without the hosts below it.</summary>
    public string Domain(string domain)
    {
        if (domain.EndsWith(".example", StringComparison.OrdinalIgnoreCase) && IsMarked(domain.AsSpan(0, domain.Length - 8), 'd'))
        {
            return domain;
        }

        string standIn = "d" + standIns.Mark("domain", domain);
        if (vocabulary.IsOpen)
        {
            vocabulary.Learn(domain, standIn + ".example");
            vocabulary.Learn(domain.Replace('.', '-'), standIn + "-example");
        }

        return standIn + ".example";
    }

    /// <summary>A host that is not Microsoft's: its domain, and below it what is no common word.</summary>
    public string Host(string host) => Remembered(_hosts, host, FreshHost);

    private string FreshAddressHost(string domain) => TenantHostForms.Replace(domain, this) ?? Host(domain);

    private string FreshHost(string host)
    {
        if (KnownHosts.IsPublic(host))
        {
            return host;
        }

        if (host.AsSpan().Count('.') == 1 && host[0] != '.' && host[^1] != '.')
        {
            return Domain(host);
        }

        string[] labels = host.Split('.');
        int registered = labels.Length > 2 && labels[^1].Length == 2 && SecondLevel.Contains(labels[^2]) ? 3 : 2;
        if (labels.Length < 2)
        {
            return Machine(host);
        }

        string domain = Domain(string.Join('.', labels[^Math.Min(registered, labels.Length)..]));
        return string.Concat(labels[..^Math.Min(registered, labels.Length)].Select(l => (PlainLabels.Contains(l) || l is "*" or "_" || l.Length == 0 ? l : Machine(l)) + ".")) + domain;
    }

    /// <summary>The part of an address before the @; also an account's short name.</summary>
    public string Local(string local) => IsMarked(local, 'u') ? local : "u" + standIns.Mark("local", local);

    public string Address(string local, string domain)
    {
        int guest = local.IndexOf("#EXT#", StringComparison.OrdinalIgnoreCase);
        string host = Remembered(_addressHosts, domain, FreshAddressHost);
        if (guest < 0)
        {
            string standIn = Local(local);
            LearnSpellings(local, domain, standIn, host);
            return $"{standIn}@{host}";
        }

        string inner = local[..guest];
        int split = inner.LastIndexOf('_');
        string home = split > 0 && inner.IndexOf('.', split) > 0
            ? $"{Local(inner[..split])}_{TenantHostForms.Replace(inner[(split + 1)..], this) ?? Host(inner[(split + 1)..])}"
            : Local(inner);
        return $"{home}#EXT#@{host}";
    }

    /// <summary>What people call a person, a group, a site, a policy.</summary>
    public string Name(string name)
    {
        if (name.StartsWith("Name ", StringComparison.Ordinal) && IsMarked(name.AsSpan(4), ' '))
        {
            return name;
        }

        string standIn = "Name " + standIns.Mark("name", name.AsSpan().Trim());
        if (vocabulary.IsOpen && IsTelling(name))
        {
            vocabulary.Learn(name.Trim(), standIn);
        }

        return standIn;
    }

    /// <summary>A device or server, by its short name or with its domain.</summary>
    public string Machine(string name)
    {
        int dot = name.IndexOf('.');
        if (dot > 0)
        {
            string parent = name[(dot + 1)..];
            return Machine(name[..dot]) + "." + (TenantHostForms.Replace(parent, this) ?? (parent.Contains('.', StringComparison.Ordinal) ? Host(parent) : Machine(parent)));
        }

        if (IsMarked(name, 'h') || name.Length == 0)
        {
            return name;
        }

        string standIn = "h" + standIns.Mark("machine", name);
        if (vocabulary.IsOpen && name.Length >= 5 && name.Any(c => char.IsAsciiDigit(c) || c == '-'))
        {
            vocabulary.Learn(name, standIn);
        }

        return standIn;
    }

    public static bool IsMarked(ReadOnlySpan<char> value, char prefix) =>
        value.Length == StandInMark.Length + 1 && (value[0] | 0x20) == (prefix | 0x20) && StandInMark.Ends(value);

    // A name of one common word would turn up in every sentence.
    private static bool IsTelling(string name) =>
        name.Trim() is { Length: >= 3 } trimmed && trimmed.Any(char.IsLetter) && !CommonWords.Contains(trimmed)
        && (trimmed.Length >= 5 ? trimmed.AsSpan().ContainsAny(CharSets.Telling) || char.IsUpper(trimmed[0]) : char.IsUpper(trimmed[0]));

    private void LearnSpellings(string local, string domain, string standIn, string host)
    {
        if (vocabulary.IsOpen && local.Length >= 2 && !IsMarked(local, 'u'))
        {
            vocabulary.Learn($"{local}@{domain}", $"{standIn}@{host}");
            vocabulary.Learn(Underscored($"{local}_{domain}"), Underscored($"{standIn}_{host}"));
            vocabulary.Learn($"{local}_{domain}", $"{standIn}_{host}");
        }
    }

    // What is learned about a host is learned when it is first met.
    private static string Remembered(Dictionary<string, string> cache, string host, Func<string, string> fresh)
    {
        if (cache.TryGetValue(host, out string? known))
        {
            return known;
        }

        string standIn = fresh(host);
        if (cache.Count < HostLimit)
        {
            cache[host] = standIn;
        }

        return standIn;
    }

    private static string Underscored(string address) => address.Replace('.', '_').Replace('-', '_');
}
