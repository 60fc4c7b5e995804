using Harness.Contracts.Access;
using Harness.Contracts.Access.Reading;
using Harness.Contracts.Families.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families;

/// <summary>Reads one family.yml and reports every mistake in it, not only the first.</summary>
public static class FamilyReader
{
    /// <summary>Null, with problems added from top to bottom, when anything in the file is wrong.</summary>
    /// <param name="file">How problems name the file.</param>
    public static Family? Read(LocatedNode root, string file, ICollection<ContractProblem> problems)
    {
        var log = new ProblemLog(file);
        Family? family = NodeReader.Open(root, "family.yml", FamilyKeys.Family, log) is { } reader ? ReadSections(reader) : null;
        bool isSound = log.IsEmpty;
        log.MoveTo(problems);
        return isSound ? family : null;
    }

    private static Family ReadSections(NodeReader reader)
    {
        string id = ReadId(reader);
        string[] refusalNames = [.. reader.Find("refusals")?.Entries.Select(e => e.Key) ?? []];
        var outline = new FamilyOutline(id, refusalNames, reader.Log) { Hosts = AddressReader.ReadHosts(reader) };
        NodeReader? placeholder = reader.Child("placeholder", "'placeholder'", FamilyKeys.Placeholder);
        return new Family
        {
            Id = id,
            Title = reader.NeedText("title", "Add 'title:' with the portal's name") ?? "",
            AccessModel = reader.NeedText("accessModel", "Add 'accessModel:', one line that says what every call needs") ?? "",
            Upstream = reader.Text("upstream"),
            Hosts = outline.Hosts,
            Servers = AddressReader.ReadServers(reader, outline),
            Bindings = reader.List("bindings", (node, _) => AddressReader.ReadBinding(node, outline)),
            PlaceholderObject = PlaceholderReader.Read(placeholder?.Find("object"), "the placeholder object", reader.Log),
            PlaceholderItem = PlaceholderReader.Read(placeholder?.Find("item"), "the placeholder item", reader.Log),
            Headers = HeaderMapReader.Read(reader, "headers"),
            Access = reader.List<IAccessRequirement>("access", (node, _) => RequirementReader.Read(node, outline)),
            Refusals = RefusalReader.ReadAll(reader, outline),
            UnknownPath = ReadRefusalName(reader, "unknownPath", "a path the portal does not have", outline),
            WrongMethod = ReadRefusalName(reader, "wrongMethod", "a method that a path does not have", outline),
            UnknownObject = ReadRefusalName(reader, "unknownObject", "an id that no list returned", outline),
            InvalidCall = ReadRefusalName(reader, "invalidCall", "a body or query that breaks the contract", outline),
            Licenses = reader.List("licenses", (node, _) => LicenseReader.Read(node, outline)),
            Roles = reader.List("roles", (node, _) => RoleReader.Read(node, outline)),
            Quirks = reader.List("quirks", (node, _) => QuirkReader.Read(node, outline)),
            Sinks = reader.List("sinks", FamilyValues.Glob),
            Canaries = reader.List("canaries", ReadCanary),
            SignIn = ReadSignIn(reader),
            SafeGets = reader.List("safeGets", ReviewReader.ReadGets),
            UnsafeGets = reader.List("unsafeGets", ReviewReader.ReadGets),
            Links = reader.List("links", ReviewReader.ReadLink),
            TenantMark = ReviewReader.ReadMark(reader),
        };
    }

    private static string ReadId(NodeReader reader)
    {
        string? id = reader.NeedText("id", "Add 'id:' with the name of the folder");
        if (id is not null && !IsKebabCase(id))
        {
            reader.Log.Add(reader.Find("id")!, $"the id '{id}' is not in kebab-case", "Use lower-case letters, digits and hyphens, a letter first");
        }

        return id ?? "";
    }

    private static bool IsKebabCase(string id) =>
        id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string ReadRefusalName(NodeReader reader, string key, string when, FamilyOutline outline) =>
        outline.Refusal(reader.Need(key, $"Add '{key}:' with the refusal that answers {when}")) ?? "";

    private static string? ReadCanary(LocatedNode node, ProblemLog log)
    {
        string? call = FamilyValues.Call(node, log);
        if (call is not null && !call.StartsWith("GET ", StringComparison.Ordinal))
        {
            log.Add(node, $"the canary '{call}' is no GET", "Choose a call that only reads");
        }

        return call;
    }

    private static SignIn? ReadSignIn(NodeReader family)
    {
        if (family.Child("signIn", "'signIn'", FamilyKeys.SignIn) is not { } reader)
        {
            return null;
        }

        string? start = reader.NeedText("start", "Add 'start:' with the address to open");
        if (start is not null && !start.StartsWith("https://", StringComparison.Ordinal))
        {
            reader.Log.Add(reader.Find("start")!, $"'{start}' is no address to open", "Write it from https:// on");
        }

        return new SignIn(start ?? "", reader.Text("untilCookie")) { Cookies = reader.Texts("cookies") };
    }
}
