namespace Harness.Cli.Doctor;

/// <summary>Looks at one thing that some command needs of the machine; changes nothing.</summary>
internal interface IMachineCheck
{
    /// <summary>Kebab-case; programs that read the JSON go by it.</summary>
    string Id { get; }

    IEnumerable<CheckResult> Look(Surroundings surroundings);
}
