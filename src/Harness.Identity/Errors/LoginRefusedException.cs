namespace Harness.Identity.Errors;

/// <summary>Ends the handling of a call with a refusal; the service answers it in the form that the endpoint uses.</summary>
public sealed class LoginRefusedException(LoginFailure failure) : Exception(failure.Text)
{
    public LoginRefusedException(AadstsCode code, params ReadOnlySpan<(string Name, string Value)> values)
        : this(LoginFailure.Of(code, values))
    {
    }

    public LoginFailure Failure { get; } = failure;
}
