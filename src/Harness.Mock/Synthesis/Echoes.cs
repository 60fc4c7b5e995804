using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Finds the path value that a property repeats.</summary>
internal static class Echoes
{
    /// <summary>Null when no path parameter is called so, or its value is none the schema allows.</summary>
    public static string? Find(AnswerContext context, ValuePlan plan, in Scope scope)
    {
        foreach (Echo echo in context.Echoes)
        {
            if (echo.NameHash == plan.Meaning.Hash && scope.Salt == 0 && (!echo.IsPlain || scope.Depth <= 1) && SchemaValidator.AcceptsText(plan.Schema, echo.Text))
            {
                return echo.Text;
            }
        }

        return null;
    }
}
