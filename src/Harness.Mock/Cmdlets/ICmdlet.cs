namespace Harness.Mock.Cmdlets;

/// <summary>One cmdlet of Exchange.</summary>
internal interface ICmdlet
{
    CmdletOutcome Run(CmdletCall call);
}
