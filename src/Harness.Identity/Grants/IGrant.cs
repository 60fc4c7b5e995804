using Harness.Identity.Replies;

namespace Harness.Identity.Grants;

/// <summary>One way to get a token.</summary>
internal interface IGrant
{
    /// <summary>Values of <c>grant_type</c> that mean it.</summary>
    IReadOnlyList<string> Names { get; }

    /// <exception cref="Errors.LoginRefusedException">There is no token to be had this way.</exception>
    LoginReply Answer(GrantCall call);
}
