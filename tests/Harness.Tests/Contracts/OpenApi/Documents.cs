namespace Harness.Tests.Contracts.OpenApi;

/// <summary>Small documents that several tests start from.</summary>
internal static class Documents
{
    public static string Root(string paths, string more = "") =>
        $"""
        openapi: 3.0.1
        info: {"{"} title: Sample, version: "1" {"}"}
        servers:
          - url: https://sample.example.com/base
        paths:
        {Indented(paths)}
        {more}
        """;

    public static string Get(string schema) =>
        $"""
        get:
          responses:
            '200':
              description: Fine.
              content:
                application/json:
                  schema: {schema}
        """;

    public static string Indented(string text, int by = 2) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => new string(' ', by) + l));
}
