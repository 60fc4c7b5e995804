using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Stubs.Leaks;

namespace Harness.Cli.Recordings;

/// <summary>Shows where something secret is left, and never what.</summary>
internal static class LeakList
{
    public static void Show(Screen screen, IReadOnlyCollection<Leak> leaks)
    {
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["leaks"] = new JsonArray([.. leaks.Select(l => new JsonObject { ["path"] = l.Path, ["line"] = l.Line, ["kind"] = l.Kind })]) });
            return;
        }

        foreach (Leak leak in leaks)
        {
            screen.Line(leak.ToString());
        }
    }
}
