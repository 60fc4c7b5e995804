using System.Globalization;
using System.Text;

namespace Harness.Contracts.Schemas;

/// <summary>Where in a document a check stands; spelled out only when something is wrong there.</summary>
internal readonly struct InstancePointer
{
    private readonly Step? _last;

    private InstancePointer(Step last) => _last = last;

    public InstancePointer Property(string name) => new(new Step(_last, name, -1));

    public InstancePointer Element(int index) => new(new Step(_last, null, index));

    public override string ToString()
    {
        Stack<Step> steps = new();
        for (Step? step = _last; step is not null; step = step.Parent)
        {
            steps.Push(step);
        }

        StringBuilder text = new();
        foreach (Step step in steps)
        {
            text.Append('/').Append(step.Name is null
                ? step.Index.ToString(CultureInfo.InvariantCulture)
                : step.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private sealed record Step(Step? Parent, string? Name, int Index);
}
