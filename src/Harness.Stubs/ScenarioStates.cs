using Harness.Stubs.Mappings;

namespace Harness.Stubs;

/// <summary>Where each scenario stands.</summary>
public sealed class ScenarioStates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);

    public string this[string scenario]
    {
        get
        {
            lock (_lock)
            {
                return _states.GetValueOrDefault(scenario, ScenarioStep.Start);
            }
        }
    }

    public void Set(string scenario, string state)
    {
        lock (_lock)
        {
            _states[scenario] = state;
        }
    }

    /// <summary>Every scenario back to its start.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _states.Clear();
        }
    }

    public void Reset(string scenario)
    {
        lock (_lock)
        {
            _states.Remove(scenario);
        }
    }

    /// <summary>Takes the step when the scenario stands where it begins. Looking and stepping are one act, so that two calls at once do not both take it.</summary>
    internal bool TryTake(ScenarioStep step)
    {
        lock (_lock)
        {
            if (step.RequiredState is not null && !step.RequiredState.Equals(_states.GetValueOrDefault(step.Name, ScenarioStep.Start), StringComparison.Ordinal))
            {
                return false;
            }

            if (step.NextState is not null)
            {
                _states[step.Name] = step.NextState;
            }

            return true;
        }
    }
}
