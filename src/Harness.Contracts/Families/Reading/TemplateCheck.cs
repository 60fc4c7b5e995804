using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Finds the mistakes in a refusal's template before a caller does.</summary>
internal static class TemplateCheck
{
    public static void Read(LocatedNode node, string template, ProblemLog log)
    {
        int at = 0;
        while ((at = template.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            int end = template.IndexOf("}}", at, StringComparison.Ordinal);
            if (end < 0)
            {
                log.Add(node, "a template variable is not closed", "End it with }}");
                return;
            }

            string name = template[(at + 2)..end];
            if (!RefusalVariables.All.ContainsKey(name))
            {
                log.Add(node, $"unknown template variable '{{{{{name}}}}}'", NearestWord.Advise(name.Trim(), [.. RefusalVariables.All.Keys]));
            }

            at = end + 2;
        }
    }
}
