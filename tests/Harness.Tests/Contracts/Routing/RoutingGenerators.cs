using FsCheck;
using FsCheck.Fluent;

namespace Harness.Tests.Contracts.Routing;

/// <summary>Templates and paths that collide as often as possible: few words, many shapes.</summary>
internal static class RoutingGenerators
{
    private static readonly string[] s_literals = ["a", "b", "users", "ListUsers", "$batch", "x.y", "~default", "Get('a')", "roles(id = 1)", "é"];

    private static readonly string[] s_parameterized =
        ["{p}", "{p}", "{p}", "Get('{p}')", "Get({p})", "F(A='{a}',B={b})", "{p}.y", "a{p}", "{p}a", "roles(id = {p})"];

    // No comma: a value that holds the text between two parameters of its segment cannot be told from it.
    private static readonly string[] s_letters =
    [
        "a", "b", "A", "'", "(", ")", "/", "%", "%41", "%2F", " ", " = ", "=", "+",
        "?", "#", "é", "😀", "\"", ".", "{", "}", ";", ":", "@", "y", "Z", "\0",
    ];

    private static readonly string[] s_nearly = ["Get('1')", "f(a='1',b=2)", "z.y", ""];

    public static Gen<string> Template { get; } =
        from segments in Segment.NonEmptyListOf()
        select "/" + string.Join('/', segments.Take(6));

    public static Gen<string[]> Templates { get; } = Template.ArrayOf(8).Select(all => all.Distinct(StringComparer.OrdinalIgnoreCase).ToArray());

    public static Gen<string> Value { get; } = Gen.Elements(s_letters).NonEmptyListOf().Select(letters => string.Concat(letters.Take(8)));

    /// <summary>Eight values, one for each parameter that a template can hold and some to spare.</summary>
    public static Gen<string[]> Values { get; } = Value.ArrayOf(16);

    /// <summary>Paths made of the same words as the templates, so that many of them are there.</summary>
    public static Gen<string> Path { get; } =
        from segments in Gen.OneOf(Gen.Elements(s_literals), Gen.Elements(s_letters), Gen.Elements(s_nearly)).NonEmptyListOf()
        select "/" + string.Join('/', segments.Take(6).Select(Uri.EscapeDataString));

    public static Gen<string> Method { get; } = Gen.Elements("GET", "GET", "POST", "HEAD");

    private static Gen<string> Segment =>
        Gen.Frequency((4, Gen.Elements(s_literals)), (5, Gen.Elements(s_parameterized)), (1, Gen.Constant("")));

    /// <summary>Gives the values out one after the other, whatever the parameters are called.</summary>
    public static Func<string, string> InTurn(string[] values)
    {
        int next = 0;
        return _ => values[next++ % values.Length];
    }
}
