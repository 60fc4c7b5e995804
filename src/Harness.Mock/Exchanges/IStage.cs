namespace Harness.Mock.Exchanges;

/// <summary>One stage in a call's life: it answers, or passes on.</summary>
internal interface IStage
{
    /// <summary>Null passes the call on to the next stage.</summary>
    Reply? Answer(Exchange exchange);
}
