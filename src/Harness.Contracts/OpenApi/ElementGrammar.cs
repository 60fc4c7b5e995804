namespace Harness.Contracts.OpenApi;

/// <summary>Which members of which OpenAPI objects a contract needs. What is not here never reaches the compiled contract, examples above all.</summary>
internal static class ElementGrammar
{
    public static readonly IReadOnlySet<string> Methods = new HashSet<string>(StringComparer.Ordinal)
    {
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    };

    private static readonly Dictionary<string, ElementMember>[] Members = Build();

    public static bool TryGet(ElementKind kind, string name, out ElementMember member) => Members[(int)kind].TryGetValue(name, out member);

    /// <summary>Kinds whose unknown members are mistakes worth telling; schemas know too many keywords for that.</summary>
    public static bool IsStrict(ElementKind kind) => kind is ElementKind.PathItem or ElementKind.Operation or ElementKind.Parameter
        or ElementKind.RequestBody or ElementKind.Response or ElementKind.MediaType;

    private static Dictionary<string, ElementMember>[] Build()
    {
        var members = new Dictionary<string, ElementMember>[Enum.GetValues<ElementKind>().Length];
        members[(int)ElementKind.PathItem] = PathItem();
        members[(int)ElementKind.Operation] = With(
            Ignored("tags", "summary", "description", "externalDocs", "callbacks", "deprecated", "security"),
            ("operationId", MemberForm.Text, default),
            ("parameters", MemberForm.Elements, ElementKind.Parameter),
            ("requestBody", MemberForm.Element, ElementKind.RequestBody),
            ("responses", MemberForm.ElementMap, ElementKind.Response),
            ("servers", MemberForm.Elements, ElementKind.Server),
            ("x-evidence", MemberForm.Text, default),
            ("x-corrects-upstream", MemberForm.Text, default));
        members[(int)ElementKind.Parameter] = With(
            Ignored("description", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved", "example", "examples"),
            ("name", MemberForm.Text, default),
            ("in", MemberForm.Text, default),
            ("required", MemberForm.Boolean, default),
            ("schema", MemberForm.Element, ElementKind.Schema),
            ("content", MemberForm.ElementMap, ElementKind.MediaType));
        members[(int)ElementKind.RequestBody] = With(
            Ignored("description"), ("required", MemberForm.Boolean, default), ("content", MemberForm.ElementMap, ElementKind.MediaType));
        members[(int)ElementKind.Response] = With(
            Ignored("summary", "description", "headers", "links"), ("content", MemberForm.ElementMap, ElementKind.MediaType));
        members[(int)ElementKind.MediaType] = With(
            Ignored("example", "examples", "encoding"), ("schema", MemberForm.Element, ElementKind.Schema));
        members[(int)ElementKind.Schema] = Schema();
        members[(int)ElementKind.Discriminator] = With([], ("propertyName", MemberForm.Text, default));
        members[(int)ElementKind.Server] = With(
            [], ("url", MemberForm.Text, default), ("variables", MemberForm.ElementMap, ElementKind.ServerVariable));
        members[(int)ElementKind.ServerVariable] = With([], ("default", MemberForm.Text, default));
        return members;
    }

    private static Dictionary<string, ElementMember> PathItem()
    {
        Dictionary<string, ElementMember> members = With(
            Ignored("summary", "description", "$ref"),
            ("parameters", MemberForm.Elements, ElementKind.Parameter),
            ("servers", MemberForm.Elements, ElementKind.Server));
        foreach (string method in Methods)
        {
            members.Add(method, new ElementMember(MemberForm.Element, ElementKind.Operation));
        }

        return members;
    }

    private static Dictionary<string, ElementMember> Schema() => With(
        [],
        ("type", MemberForm.TextOrTexts, default),
        ("format", MemberForm.Text, default),
        ("nullable", MemberForm.Boolean, default),
        ("enum", MemberForm.Values, default),
        ("const", MemberForm.Text, default),
        ("properties", MemberForm.ElementMap, ElementKind.Schema),
        ("required", MemberForm.Texts, default),
        ("items", MemberForm.Element, ElementKind.Schema),
        ("additionalProperties", MemberForm.ElementOrBoolean, ElementKind.Schema),
        ("allOf", MemberForm.Elements, ElementKind.Schema),
        ("oneOf", MemberForm.Elements, ElementKind.Schema),
        ("anyOf", MemberForm.Elements, ElementKind.Schema),
        ("discriminator", MemberForm.Element, ElementKind.Discriminator),
        ("pattern", MemberForm.Text, default),
        ("minLength", MemberForm.Number, default),
        ("maxLength", MemberForm.Number, default),
        ("minItems", MemberForm.Number, default),
        ("maxItems", MemberForm.Number, default),
        ("uniqueItems", MemberForm.Boolean, default),
        ("minimum", MemberForm.Number, default),
        ("maximum", MemberForm.Number, default),
        ("exclusiveMinimum", MemberForm.BooleanOrNumber, default),
        ("exclusiveMaximum", MemberForm.BooleanOrNumber, default),
        ("readOnly", MemberForm.Boolean, default),
        ("writeOnly", MemberForm.Boolean, default));

    private static Dictionary<string, ElementMember> Ignored(params string[] names) =>
        names.ToDictionary(n => n, _ => new ElementMember(MemberForm.Ignored), StringComparer.Ordinal);

    private static Dictionary<string, ElementMember> With(
        Dictionary<string, ElementMember> members, params (string Name, MemberForm Form, ElementKind Kind)[] more)
    {
        foreach ((string name, MemberForm form, ElementKind kind) in more)
        {
            members.Add(name, new ElementMember(form, kind));
        }

        return members;
    }
}
