using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Finds the array whose length a count beside it tells: <c>memberCount</c> counts <c>members</c>, a plain <c>total</c> the only list there is.</summary>
internal static class CountedArray
{
    private static readonly string[] CountWords = ["count", "total", "number", "num", "odata", "result", "results", "record", "records", "items", "of", "length", "quantity"];
    private static readonly string[] ListNames = ["value", "items", "results", "data", "records"];

    public static SchemaProperty? Find(Schema owner, string countName)
    {
        SchemaProperty[] arrays = [.. owner.Properties.Where(p => ValuePlan.KindOf(p.Schema) == ValueKind.Array)];
        string stem = string.Concat(NameWords.Split(countName).Except(CountWords));
        if (stem.Length > 0)
        {
            return Array.Find(arrays, p => Compact(p.Name) == stem || Compact(p.Name) == stem + "s" || Compact(p.Name) + "s" == stem);
        }

        return arrays.Length == 1 ? arrays[0] : Array.Find(arrays, p => ListNames.Contains(Compact(p.Name)));
    }

    private static string Compact(string name) => string.Concat(NameWords.Split(name));
}
