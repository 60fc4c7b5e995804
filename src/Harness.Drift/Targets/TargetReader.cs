using Harness.Contracts;
using Harness.Contracts.Yaml;
using Harness.Drift.Credentials;

namespace Harness.Drift.Targets;

/// <summary>Reads a target file and reports every mistake in it, not only the first.</summary>
public static class TargetReader
{
    private const int LongestName = 60;

    /// <summary>Null, with problems added from top to bottom, when anything in the file is wrong.</summary>
    /// <param name="families">Ids that 'families' may name; null to take any.</param>
    public static Target? Read(string file, ICollection<ContractProblem> problems, IReadOnlyCollection<string>? families = null)
    {
        if (!File.Exists(file))
        {
            problems.Add(new ContractProblem(file, 0, 0, "there is no such target file", "Name an existing one; docs/nightly-drift.md shows what stands in it"));
            return null;
        }

        using StreamReader text = File.OpenText(file);
        return YamlReader.Read(text, file, problems) is { } root ? Read(root, file, problems, families) : null;
    }

    private static Target? Read(LocatedNode root, string file, ICollection<ContractProblem> problems, IReadOnlyCollection<string>? families)
    {
        var log = new ProblemLog(file);
        Target? target = NodeReader.Open(root, "a target file", TargetKeys.Target, log) is { } reader ? Read(reader, file, families) : null;
        bool isSound = log.IsEmpty;
        log.MoveTo(problems);
        return isSound ? target : null;
    }

    private static Target Read(NodeReader reader, string file, IReadOnlyCollection<string>? families) => new()
    {
        Name = ReadName(reader),
        TenantId = ReadTenant(reader),
        NonProduction = reader.Flag("nonProduction"),
        Hosts = ReadHosts(reader),
        Gateway = ReadGateway(reader),
        Credentials = ReadCredentials(reader),
        Families = ReadFamilies(reader, families),
        Context = reader.TextMap("context", StringComparer.OrdinalIgnoreCase),
        File = file,
    };

    private static string ReadName(NodeReader reader)
    {
        string? name = reader.NeedText("name", "Add 'name:' with a name of your own, such as contoso-lab");
        if (name is not null && (name.Length is 0 or > LongestName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || !char.IsAsciiLetterOrDigit(name[0])))
        {
            reader.Log.Add(reader.Find("name")!, $"'{name}' cannot name a folder", $"Use at most {LongestName} letters, digits and hyphens, a letter or digit first");
        }

        return name ?? "";
    }

    private static Guid ReadTenant(NodeReader reader)
    {
        if (reader.NeedText("tenantId", "Add 'tenantId:' with the id of the one tenant that may be called") is not { } text)
        {
            return Guid.Empty;
        }

        if (Guid.TryParseExact(text, "D", out Guid id) && id != Guid.Empty)
        {
            return id;
        }

        reader.Log.Add(reader.Find("tenantId")!, $"'{text}' is no tenant id", "Write its 8-4-4-4-12 hexadecimal digits");
        return Guid.Empty;
    }

    private static IReadOnlyDictionary<string, string> ReadHosts(NodeReader reader)
    {
        IReadOnlyDictionary<string, string> hosts = reader.TextMap("hosts", StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string value) in hosts.Where(h => !IsHostPart(h.Value)))
        {
            reader.Log.Add(reader.Find("hosts")![key] ?? reader.Node, $"'{value}' is no part of a host name", "Use letters, digits, hyphens and single dots");
        }

        return hosts;
    }

    private static bool IsHostPart(string text) =>
        text.Length > 0 && !text.Contains("..", StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
        && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);

    // In clear text only to this very machine: everything that is sent carries credentials.
    private static Uri? ReadGateway(NodeReader reader)
    {
        if (reader.Text("gateway") is not { } text)
        {
            return null;
        }

        bool isGood = Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;
        if (!isGood)
        {
            reader.Log.Add(reader.Find("gateway")!, $"'{text}' is no gateway", "Write an address such as http://127.0.0.1:5080; anything but this machine needs https");
        }

        return isGood ? address : null;
    }

    private static CredentialSettings ReadCredentials(NodeReader reader)
    {
        reader.Need("credentials", "Add 'credentials: { kind: mock }', or another kind");
        if (reader.Child("credentials", "'credentials'", null) is not { } settings)
        {
            return new CredentialSettings("", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        }

        string kind = settings.NeedText("kind", $"Add 'kind:', one of {string.Join(", ", CredentialKinds.Names)}") ?? "";
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (string key in settings.Node.Entries.Select(e => e.Key).Where(k => k != "kind"))
        {
            values[key] = settings.Find(key) is { Kind: YamlKind.Sequence } ? settings.Texts(key) : settings.Text(key) is { } text ? [text] : [];
        }

        var read = new CredentialSettings(kind, values);
        if (settings.Find("kind") is { } at)
        {
            CheckCredentials(reader, settings, at, read);
        }

        return read;
    }

    private static void CheckCredentials(NodeReader reader, NodeReader settings, LocatedNode at, CredentialSettings read)
    {
        if (CredentialKinds.Find(read.Kind) is not { } kind)
        {
            reader.Log.Add(at, $"'{read.Kind}' is no kind of credentials", NearestWord.Advise(read.Kind, CredentialKinds.Names));
            return;
        }

        string[] known = ["kind", .. kind.Keys];
        foreach (string key in read.Values.Keys.Where(k => !known.Contains(k)))
        {
            settings.Log.AddAtKey(settings.Node, key, $"unknown key '{key}' for credentials of the kind '{kind.Name}'", NearestWord.Advise(key, known));
        }

        foreach (string key in kind.RequiredKeys.Where(k => read.Text(k) is null))
        {
            settings.Log.Add(settings.Node, $"credentials of the kind '{kind.Name}' lack '{key}'", $"Add '{key}:'");
        }

        if (kind.NeedsGateway && !reader.Has("gateway"))
        {
            reader.Log.Add(at, $"credentials of the kind '{kind.Name}' come from a running mock server, and no 'gateway' names one", "Add 'gateway: http://127.0.0.1:5080'");
        }
    }

    private static string[] ReadFamilies(NodeReader reader, IReadOnlyCollection<string>? known)
    {
        foreach (LocatedNode node in reader.Items("families").Where(n => known?.Contains(n.Value, StringComparer.OrdinalIgnoreCase) == false))
        {
            reader.Log.Add(node, $"there is no family '{node.Value}'", NearestWord.Advise(node.Value, known!));
        }

        return reader.Texts("families");
    }
}
