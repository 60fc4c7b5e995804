using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Spectre.Console;

namespace Harness.Cli.Terminal;

/// <summary>Where a command writes: colors and tables on a terminal, plain lines in a pipe, JSON when asked for; errors on standard error.</summary>
internal sealed class Screen
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TextWriter _out;
    private readonly TextWriter _error;

    public Screen(ParseResult parsed)
    {
        _out = parsed.InvocationConfiguration.Output;
        _error = parsed.InvocationConfiguration.Error;
        IsJson = string.Equals(parsed.GetValue(GlobalOptions.Output), "json", StringComparison.Ordinal);
        IsVerbose = parsed.GetValue(GlobalOptions.Verbose);
        IsTerminal = !Console.IsOutputRedirected && ReferenceEquals(_out, Console.Out);
        bool plain = parsed.GetValue(GlobalOptions.NoColor) || !IsTerminal
            || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            || string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        Console_ = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(_out),
        });
    }

    public bool IsJson { get; }

    public bool IsVerbose { get; }

    public bool IsTerminal { get; }

    private IAnsiConsole Console_ { get; }

    public void Line(string text = "") => _out.WriteLine(text);

    /// <summary>A line with Spectre's markup; escape what comes from outside with <see cref="Markup.Escape"/>.</summary>
    public void Markup(string markup) => Console_.MarkupLine(markup);

    public void Json(JsonNode document) => _out.WriteLine(document.ToJsonString(Indented));

    /// <summary>A table on a terminal, tab-separated lines in a pipe.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (!IsTerminal)
        {
            foreach (IReadOnlyList<string> row in rows)
            {
                _out.WriteLine(string.Join('\t', row));
            }

            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns([.. columns]);
        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow([.. row.Select(cell => cell.EscapeMarkup())]);
        }

        Console_.Write(table);
    }

    /// <summary>Does something that takes a while, with a bar that fills up as it reports.</summary>
    public T Progress<T>(string what, long total, Func<IProgress<long>, T> work) => Console_.Progress().Start(context =>
    {
        ProgressTask bar = context.AddTask(what, maxValue: Math.Max(1, total));
        return work(new ProgressBar(bar));
    });

    public void Error(string message) => _error.WriteLine($"harness: {message}");

    public void Problems(IEnumerable<ContractProblem> problems)
    {
        foreach (ContractProblem problem in problems)
        {
            _error.WriteLine(problem);
        }
    }
}
