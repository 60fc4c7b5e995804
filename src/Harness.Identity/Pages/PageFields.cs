namespace Harness.Identity.Pages;

/// <summary>Names of the fields of the pages' forms; user name and password are called as on the real page.</summary>
internal static class PageFields
{
    /// <summary>Sealed progress of the sign-in.</summary>
    public const string Context = "ctx";

    public const string UserName = "login";

    public const string Password = "passwd";

    /// <summary>A persona's button: signs in without typing the make-believe password.</summary>
    public const string Persona = "persona";

    /// <summary>More proof was given.</summary>
    public const string Approve = "mfa";

    public const string Decision = "decision";

    public const string Accept = "accept";

    public const string Cancel = "cancel";

    /// <summary>Consent on behalf of the organization.</summary>
    public const string ForEverybody = "organization";

    public const string UserCode = "otc";
}
