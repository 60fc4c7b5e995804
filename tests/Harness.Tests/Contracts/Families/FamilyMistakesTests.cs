using Harness.Contracts;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Families;

/// <summary>One file with every kind of mistake: each is reported once, where it stands.</summary>
public sealed class FamilyMistakesTests
{
    private const string Yaml =
        """
        id: Portal_One
        title: [a]
        accessModel: x
        upstraem: y
        hosts: ["http://a.example.com", "https://{a}.{b}.example.com", "https://ok.example.com"]
        servers: { "https://{x}": "https://nowhere.example.com" }
        bindings:
          - { host: elsewhere.example.com, operations: [/a] }
          - { operations: [a] }
        placeholder: { object: { type: objekt, required: [ghost], properties: { a: 5 } } }
        headers: { "X Y": 1 }
        access:
          - cookey: sccauth
            refusal: { missing: no }
          - cookie: sccauth
            compannions: [x]
            lifetime: 5 days
            chunks: { count: 2 }
          - header: x-app
            equals: a
            present: true
            on: [FETCH]
            refusal: { wrong: no, mising: no }
          - bearer: Authorization
            kind: apps
            byHost: [{ host: "*.example.com", audience: ["{a}{b}"] }]
            refusal: { missing: nope }
          - formDigest: X-D
            mintedBy: /mint
            lifetime: PT0S
            boundTo: [moon]
            refusal: { missing: no }
        refusals:
          no: { status: 99, body: "{{ now }} {{tenant}} {{open" }
          bad: { status: 400, evidence: seen, variants: [{ headers: {} }], page: nowhere }
        unknownPath: gone
        wrongMethod: no
        unknownObject: no
        invalidCall: no
        licenses:
          - { plan: a, feature: b, operations: [/x], refusal: no }
        quirks:
          - { a: { operations: [/x] }, b: {} }
          - { slow: { operations: ["FETCH /x"], list: [1] } }
        sinks: [no-slash]
        canaries: ["POST /x", "/x"]
        signIn: { start: admin.example.com }
        """;

    private static readonly string[] Expected =
    [
        "1:5 the id 'Portal_One' is not in kebab-case",
        "2:8 'title' in family.yml must be text, not a list",
        "4:1 unknown key 'upstraem' in family.yml",
        "5:9 'http://a.example.com' is no address",
        "5:33 '{a}.{b}.example.com' is no host pattern",
        "6:27 'nowhere.example.com' is no host of this family",
        "8:13 'elsewhere.example.com' is no host of this family",
        "9:5 a binding lacks 'host'",
        "9:20 'a' is no path glob",
        "10:32 'objekt' is no type of the placeholder object",
        "10:51 the placeholder object requires the property 'ghost', which it does not have",
        "10:76 the property 'a' of the placeholder object must be a mapping, not '5'",
        "11:12 'X Y' is no header name",
        "13:5 unknown requirement kind 'cookey'",
        "15:5 a cookie requirement lacks 'refusal'",
        "16:5 unknown key 'compannions' in a cookie requirement",
        "17:15 '5 days' is no duration for 'lifetime'",
        "18:13 'chunks' of a cookie requirement lacks 'marker'",
        "19:5 a header requirement says once what its value must be, and has equals and present",
        "22:10 'FETCH' is no method",
        "23:14 'refusal' of a header requirement lacks 'missing'",
        "23:27 unknown key 'mising' in 'refusal' of a header requirement",
        "24:5 a bearer requirement lacks 'audience'",
        "25:11 'apps' is no kind of a bearer requirement",
        "26:22 '*.example.com' is no host pattern",
        "27:25 the refusal 'nope' is not declared",
        "29:15 '/mint' is no call",
        "30:15 'PT0S' is no duration for 'lifetime'",
        "31:15 a form digest cannot be bound to 'moon'",
        "34:7 the refusal 'no' lacks 'evidence'",
        "34:17 'status' in the refusal 'no' must be a whole number, not '99'",
        "34:27 unknown template variable '{{ now }}'",
        "34:27 unknown template variable '{{tenant}}'",
        "34:27 a template variable is not closed",
        "35:33 'seen' is no evidence of the refusal 'bad'",
        "35:50 a variant of the refusal 'bad' lacks 'accept'",
        "35:50 a variant of the refusal 'bad' lacks 'body'",
        "35:74 the refusal 'nowhere' is not declared",
        "36:14 the refusal 'gone' is not declared",
        "41:5 a license gate names either a plan or a feature, and only one",
        "43:5 a quirk has one kind, and here are 2",
        "44:28 'FETCH' in front of a path is no method",
        "45:9 'no-slash' is no path glob",
        "46:12 the canary 'POST /x' is no GET",
        "46:23 '/x' is no call",
        "47:18 'admin.example.com' is no address to open",
    ];

    [Test]
    public void Every_mistake_is_reported_once_from_top_to_bottom()
    {
        TestFamily.Read(Yaml, out List<ContractProblem> problems).Should().BeNull();

        problems.Select(p => $"{p.Line}:{p.Column} {p.What}").Should().Equal(Expected);
        problems.Should().OnlyContain(p => p.Path == TestFamily.Path && p.Fix.Length > 0 && !p.Fix.EndsWith('.') && !p.What.EndsWith('.'));
    }

    [TestCase("'upstraem'", "Did you mean 'upstream'?")]
    [TestCase("'cookey'", "Did you mean 'cookie'? Allowed: cookie, xsrf, bearer, formDigest, query, header")]
    [TestCase("'compannions'", "Did you mean 'companions'?")]
    [TestCase("'seen'", "Use one of: observed, documented, inferred")]
    [TestCase("'{{ now }}'", "Did you mean 'now'?")]
    [TestCase("'mising'", "Did you mean 'missing'? Allowed: missing, wrong")]
    [TestCase("'gone'", "Declare it under 'refusals'")]
    public void The_advice_names_the_nearest_word_or_all_that_are_allowed(string mistake, string advice)
    {
        TestFamily.Read(Yaml, out List<ContractProblem> problems);

        problems.First(p => p.What.Contains(mistake, StringComparison.Ordinal)).Fix.Should().StartWith(advice);
    }
}
