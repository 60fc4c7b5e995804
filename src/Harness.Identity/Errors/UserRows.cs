using static Harness.Contracts.EvidenceGrade;

namespace Harness.Identity.Errors;

/// <summary>Rows about the user: password, state, consent, assignment, Conditional Access.</summary>
internal static class UserRows
{
    private const string Capolids = "capolids";

    public static readonly AadstsError[] All =
    [
        new(AadstsCode.UserNotFound, "invalid_grant", 400,
            "The user account {user} does not exist in the {tenant} directory. To sign into this application, the account must be added to the directory.",
            Documented) { Fix = "Use the upn of one of the tenant's personas." },
        new(AadstsCode.WrongPassword, "invalid_grant", 400,
            "Error validating credentials due to invalid username or password.",
            Observed) { Fix = "Use the persona's password; GET /__harness/tenant shows it." },
        new(AadstsCode.AccountLocked, "invalid_grant", 400,
            "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
            Documented) { Fix = "The persona has the trait locked; use another." },
        new(AadstsCode.PasswordExpired, "invalid_grant", 400,
            "The password is expired.",
            Documented) { Fix = "The persona has the trait password-expired; use another." },
        new(AadstsCode.NoPassword, "invalid_grant", 400,
            "Invalid or null password: password does not exist in the directory for this user.",
            Documented) { Fix = "The persona has the trait passwordless; use another." },
        new(AadstsCode.AccountDisabled, "invalid_grant", 400,
            "The user account is disabled.",
            Documented) { Fix = "The persona has the trait disabled; use another." },
        new(AadstsCode.MfaRequired, "invalid_grant", 400,
            "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
            Observed)
        {
            V1Error = "interaction_required", SubError = "basic_action", PolicyClaim = Capolids,
            Fix = "Sign in interactively and approve; the persona has the trait mfa-required, or the client asked for it.",
        },
        new(AadstsCode.MfaEnrollmentRequired, "invalid_grant", 400,
            "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multifactor authentication to access '{resource}'.",
            Documented)
        {
            V1Error = "interaction_required", SubError = "basic_action", PolicyClaim = "polids",
            Fix = "Sign in interactively; the persona has the trait mfa-enrollment-required.",
        },
        new(AadstsCode.BlockedByPolicy, "invalid_grant", 400,
            "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
            Observed)
        {
            V1Error = "interaction_required", SubError = "message_only", PolicyClaim = Capolids,
            Fix = "The persona has the trait blocked-by-policy; use another.",
        },
        new(AadstsCode.SignInFrequency, "invalid_grant", 400,
            "The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on {issued} and the maximum allowed lifetime for this request is {seconds}.",
            Documented) { SubError = "token_expired", Fix = "Sign in again; the persona has the trait sign-in-frequency." },
        new(AadstsCode.ConsentMissing, "invalid_grant", 400,
            "The user or administrator has not consented to use the application with ID '{app}' named '{name}'. Send an interactive authorization request for this user and resource.",
            Observed) { SubError = "consent_required", Fix = "Consent on the sign-in page or with adminconsent, or add the permission to the app in the tenant file." },
        new(AadstsCode.NotPreauthorized, "invalid_grant", 400,
            "Consent between first party application '{app}' and first party resource '{resource}' must be configured via preauthorization - applications owned and operated by Microsoft must get approval from the API owner before requesting tokens for that API.",
            Documented) { Fix = "Use an app of your own, or a first-party app that the resource lets in." },
        new(AadstsCode.Declined, "access_denied", 400,
            "The resource owner or authorization server denied the request.",
            Documented) { Fix = "Accept on the consent page." },
        new(AadstsCode.AdminConsentRequired, "access_denied", 400,
            "{name} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.",
            Documented) { Fix = "Sign in as global-admin and consent, or use adminconsent." },
        new(AadstsCode.NotAssigned, "invalid_grant", 400,
            "Your administrator has configured the application {name} ('{app}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '{user}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.",
            Inferred) { Fix = "Add the persona to assignedTo of the app, or take the trait assignment-required away." },
    ];
}
