using System.Globalization;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>The refusals of a request whose sender is not known: a method a code, in ARM's words.</summary>
internal static class AuthenticationErrors
{
    public static ArmError HeaderMissing() =>
        new(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");

    public static ArmError HeaderMalformed() =>
        new(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is provided in an invalid format.");

    public static ArmError TokenInvalid() => new(401, "InvalidAuthenticationToken", "The access token is invalid.");

    public static ArmError TokenExpired(DateTime expiry, DateTime now) =>
        new(401, "ExpiredAuthenticationToken",
            $"The access token expiry UTC time '{Text(expiry)}' is earlier than current UTC time '{Text(now)}'.");

    public static ArmError WrongTenant(string issuer, string tenantId) =>
        new(401, "InvalidAuthenticationTokenTenant",
            $"The access token is from the wrong issuer '{issuer}'. It must match the tenant 'https://sts.windows.net/{tenantId}/' associated with this subscription. "
            + $"Please use the authority (URL) 'https://login.windows.net/{tenantId}' to get the token. Note, if the subscription is transferred to another tenant there is "
            + "no impact to the services, but information about new tenant could take time to propagate (up to an hour). If you just transferred your subscription and see "
            + "this error message, please try back later.");

    public static ArmError WrongAudience(string audience) =>
        new(401, "InvalidAuthenticationTokenAudience",
            $"The access token has been obtained for wrong audience or resource '{audience}'. "
            + $"It should exactly match with one of the allowed audiences '{string.Join("','", ArmAudience.Public)}'.");

    /// <summary>The challenge that goes with a refusal, as the value of <c>WWW-Authenticate</c>.</summary>
    public static string Challenge(ArmError error, string tenantId)
    {
        var description = error == HeaderMissing() ? "The authentication failed because of missing 'Authorization' header." : error.Message;
        return $"Bearer authorization_uri=\"https://login.windows.net/{tenantId}\", error=\"invalid_token\", error_description=\"{Printable(description)}\"";
    }

    private static string Text(DateTime instant) => instant.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);

    // Part of the text may come from a token that somebody else made.
    private static string Printable(string text) => string.Concat(text.Where(character => character is >= ' ' and <= '~' and not '"' and not '\\'));
}
