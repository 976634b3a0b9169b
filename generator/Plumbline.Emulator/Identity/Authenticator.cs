using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>Tells who sends a request from its <c>Authorization</c> header: the run's own bearer token, or an access token that this run signed.</summary>
internal sealed class Authenticator(BearerToken runToken, EmulatorPrincipal owner, TokenKey key, string tenantId)
{
    private const string Scheme = "Bearer ";

    // Larger than any token made here; what is larger is not looked at.
    private const int MaximumLength = 16 * 1024;

    // INVARIANT: holds checked tokens only, so nobody can fill it from outside.
    private const int MaximumCached = 1000;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = MaximumLength };
    private readonly ConcurrentDictionary<string, JsonWebToken> valid = new(StringComparer.Ordinal);

    private readonly TokenValidationParameters rules = new()
    {
        IssuerSigningKey = key.Security,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidateIssuer = false, // the signature says it; the issuer's text depends on the host name the client used
        ValidateAudience = false,
        ValidateLifetime = false, // by the emulator's clock, below
    };

    /// <summary>The caller, or the 401 the header deserves.</summary>
    public async Task<(Caller? Caller, ArmError? Error)> AuthenticateAsync(string authorization, DateTimeOffset now)
    {
        if (authorization.Length == 0) return (null, AuthenticationErrors.HeaderMissing());
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return (null, AuthenticationErrors.HeaderMalformed());
        if (runToken.IsCarriedBy(authorization)) return (owner.Caller, null);
        var text = authorization[Scheme.Length..].Trim();
        if (text.Length > MaximumLength || !Handler.CanReadToken(text)) return (null, AuthenticationErrors.TokenInvalid());
        return await ReadAsync(text) is { } token ? Check(token, now) : (null, Foreign(text));
    }

    private static (Caller? Caller, ArmError? Error) Check(JsonWebToken token, DateTimeOffset now)
    {
        if (now.UtcDateTime >= token.ValidTo) return (null, AuthenticationErrors.TokenExpired(token.ValidTo, now.UtcDateTime));
        if (now.UtcDateTime < token.ValidFrom) return (null, AuthenticationErrors.TokenInvalid());
        var audience = token.Audiences.FirstOrDefault() ?? string.Empty;
        return ArmAudience.IsArm(audience)
            ? (new Caller(token.GetClaim("oid").Value, token.GetClaim("appid").Value, token.GetClaim(TokenSigner.NameClaim).Value), null)
            : (null, AuthenticationErrors.WrongAudience(audience));
    }

    // Checking a signature costs a tenth of a millisecond, and clients send one token a thousand times.
    private async Task<JsonWebToken?> ReadAsync(string text)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (valid.TryGetValue(hash, out var known)) return known;
        var result = await Handler.ValidateTokenAsync(text, rules);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token) return null;
        if (valid.Count >= MaximumCached) valid.Clear();
        valid[hash] = token;
        return token;
    }

    // The payload of a token with a foreign signature only decides which refusal helps.
    private ArmError Foreign(string text)
    {
        try
        {
            var token = Handler.ReadJsonWebToken(text);
            return token.TryGetPayloadValue<string>("tid", out var tenant) && !string.Equals(tenant, tenantId, StringComparison.OrdinalIgnoreCase)
                ? AuthenticationErrors.WrongTenant(token.Issuer, tenantId)
                : AuthenticationErrors.TokenInvalid();
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException)
        {
            return AuthenticationErrors.TokenInvalid();
        }
    }
}
