namespace Harness.Drift.Planning;

/// <summary>Where the value of a parameter comes from, from the most trusted to the least.</summary>
public enum ValueOrigin
{
    /// <summary>A person wrote down which answer or word it is.</summary>
    ReviewedLink,

    /// <summary>An answer of the same run has it, by name or by address.</summary>
    Harvested,

    /// <summary>The target file says it: tenant, region, workspace.</summary>
    Context,

    /// <summary>The contract allows only a few words.</summary>
    Contract,

    /// <summary>Paging and time windows, which any service takes: a small page, the last week.</summary>
    Convention,

    /// <summary>Made up, of the declared form, because the answer that should have it names no ids. A refusal of it says nothing about the operation.</summary>
    Guessed,
}
