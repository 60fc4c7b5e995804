using System.CommandLine;

namespace Harness.Cli.Terminal;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string> Output = Choice();

    public static readonly Option<bool> NoColor = new("--no-color") { Description = "Plain text; NO_COLOR and TERM=dumb do the same.", Recursive = true };

    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Say more about what is being done.", Recursive = true };

    private static Option<string> Choice()
    {
        var option = new Option<string>("--output")
        {
            Description = "text for people, json for programs.",
            Recursive = true,
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }
}
