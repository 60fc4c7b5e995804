namespace Harness.Mock.Synthesis;

/// <summary>What came of making up an answer: a <see cref="SynthesizedAnswer"/>, or <see cref="NoSuchObject"/>.</summary>
public abstract record SynthesisResult
{
    private protected SynthesisResult()
    {
    }
}
