namespace Harness.Identity.Policies;

/// <summary>How somebody proved who they are: values of <c>amr</c>.</summary>
internal static class SignInMethods
{
    public const string Password = "pwd";

    public const string Mfa = "mfa";
}
