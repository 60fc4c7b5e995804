namespace Harness.Contracts.Yaml;

/// <summary>Collects the mistakes of one file, each at the node where a person has to look.</summary>
internal sealed class ProblemLog(string file)
{
    private readonly List<ContractProblem> _problems = [];

    public string File => file;

    public bool IsEmpty => _problems.Count == 0;

    public void Add(LocatedNode at, string what, string fix) => _problems.Add(new ContractProblem(file, at.Line, at.Column, what, fix));

    /// <summary>At the key itself, because its value may begin on another line.</summary>
    public void AddAtKey(LocatedNode mapping, string key, string what, string fix)
    {
        (int line, int column) = (mapping[key]?.Line ?? mapping.Line, mapping[key]?.Column ?? mapping.Column);
        for (int i = 0; i < mapping.KeyPositions.Count; i++)
        {
            if (string.Equals(mapping.Entries[i].Key, key, StringComparison.Ordinal))
            {
                (line, column) = mapping.KeyPositions[i];
            }
        }

        _problems.Add(new ContractProblem(file, line, column, what, fix));
    }

    /// <summary>Hands the problems over from top to bottom of the file, as a person mends it.</summary>
    public void MoveTo(ICollection<ContractProblem> problems)
    {
        foreach (ContractProblem problem in _problems.OrderBy(p => p.Line).ThenBy(p => p.Column))
        {
            problems.Add(problem);
        }

        _problems.Clear();
    }
}
