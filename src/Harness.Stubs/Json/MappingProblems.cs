using Harness.Contracts;

namespace Harness.Stubs.Json;

/// <summary>Collects the mistakes of one file, each where a person has to look.</summary>
internal sealed class MappingProblems(string file, ICollection<ContractProblem> problems)
{
    public string File => file;

    public int Count { get; private set; }

    public void Add(LocatedJson at, string what, string fix) => Add(at.Line, at.Column, what, fix);

    public void Add(int line, int column, string what, string fix)
    {
        problems.Add(new ContractProblem(file, line, column, what, fix));
        Count++;
    }
}
