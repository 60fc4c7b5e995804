using System.Globalization;
using HandlebarsDotNet;
using Harness.Stubs.Matching;
using Harness.Stubs.Requests;
using Newtonsoft.Json.Linq;

namespace Harness.Stubs.Templating;

/// <summary>What templates can call, in the words of both dialects: the clock and JSONPath.</summary>
internal static class TemplateFunctions
{
    public static void AddTo(IHandlebars handlebars, TimeProvider clock)
    {
        foreach (string name in new[] { "now", "DateTime.Now", "DateTime.UtcNow" })
        {
            handlebars.RegisterHelper(name, (output, _, arguments) => output.WriteSafeString(Now(clock, arguments)));
        }

        foreach (string name in new[] { "jsonPath", "JsonPath.SelectToken" })
        {
            handlebars.RegisterHelper(name, (output, _, arguments) => output.WriteSafeString(JsonPath(arguments)));
        }
    }

    // {{now}}, {{now "yyyy-MM-dd"}}, {{now offset='3 days' format='epoch'}}
    private static string Now(TimeProvider clock, Arguments arguments)
    {
        string? format = Named(arguments, "format") ?? arguments.OfType<string>().FirstOrDefault();
        DateTimeOffset now = clock.GetUtcNow() + Offset(Named(arguments, "offset"));
        try
        {
            return format switch
            {
                null => now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                "epoch" => now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                "unix" => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                _ => now.ToString(format, CultureInfo.InvariantCulture),
            };
        }
        catch (FormatException exception)
        {
            throw new HandlebarsRuntimeException($"'{format}' is no date format", exception);
        }
    }

    private static string? Named(Arguments arguments, string name) =>
        arguments.Hash.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();

    private static TimeSpan Offset(string? text)
    {
        if (text is null)
        {
            return TimeSpan.Zero;
        }

        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var number, var unit] && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count) && Math.Abs((long)count) <= 100_000)
        {
            switch (unit.TrimEnd('s'))
            {
                case "second": return TimeSpan.FromSeconds(count);
                case "minute": return TimeSpan.FromMinutes(count);
                case "hour": return TimeSpan.FromHours(count);
                case "day": return TimeSpan.FromDays(count);
            }
        }

        throw new HandlebarsRuntimeException($"'{text}' is no offset such as '3 days' or '-1 hours'");
    }

    // {{jsonPath request.body '$.id'}}
    private static string JsonPath(Arguments arguments)
    {
        if (arguments.Length < 2 || arguments[1]?.ToString() is not { } path || JsonPathQuery.Check(path) is not null)
        {
            throw new HandlebarsRuntimeException("jsonPath needs a JSON text and a path: {{jsonPath request.body '$.id'}}");
        }

        JToken? document = arguments[0] switch
        {
            null => null,
            string json => JsonTokens.Parse(json),
            var value => JsonTokens.Parse(System.Text.Json.JsonSerializer.Serialize(value)),
        };
        return document is null ? "" : JsonPathQuery.Select(document, path).FirstOrDefault() ?? "";
    }
}
