using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>Makes access tokens with the claims that Entra puts into a service principal's.</summary>
internal sealed class TokenSigner(TokenKey key, string tenantId)
{
    /// <summary>How long a token is good for: 3,599 seconds, as Entra's.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3599);

    /// <summary>The claim with the name of the application.</summary>
    public const string NameClaim = "app_displayname";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>The signed token.</summary>
    /// <param name="caller">Whose it is.</param>
    /// <param name="audience">The resource it is for.</param>
    /// <param name="issuer">Who says so.</param>
    /// <param name="now">When it starts.</param>
    /// <param name="identityResource">The Azure resource whose managed identity this is (<c>xms_mirid</c>), or null.</param>
    public string Sign(Caller caller, string audience, string issuer, DateTimeOffset now, string? identityResource = null)
    {
        var claims = new Dictionary<string, object>
        {
            [NameClaim] = caller.DisplayName,
            ["appid"] = caller.ApplicationId ?? string.Empty,
            ["appidacr"] = identityResource is null ? "1" : "2",
            ["idp"] = issuer,
            ["idtyp"] = "app",
            ["oid"] = caller.ObjectId,
            ["sub"] = caller.ObjectId,
            ["tid"] = tenantId,
            ["uti"] = Guid.NewGuid().ToString("N"),
            ["ver"] = "1.0",
        };
        if (identityResource is not null) claims["xms_mirid"] = identityResource;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = key.Signing,
        });
    }
}
