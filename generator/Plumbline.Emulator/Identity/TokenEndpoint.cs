using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>OAuth's token endpoint: the grant <c>client_credentials</c> with a client secret, in its two versions (<c>scope</c> since v2.0, <c>resource</c> before).</summary>
internal sealed class TokenEndpoint(PrincipalDirectory directory, TokenSigner signer, string tenantId)
{
    private const string DefaultSuffix = "/.default";

    /// <summary>Answers a token, or why there is none.</summary>
    public ArmResponse Answer(IdentityRequest request)
    {
        if (request.PathValues.TryGetValue("tenant", out var tenant) && !Authority.IsOf(tenantId, tenant)) return OAuthErrors.TenantNotFound(request, tenant);
        if (request.Field("grant_type") is not { } grant) return OAuthErrors.MissingField(request, "grant_type");
        if (grant != "client_credentials") return OAuthErrors.UnsupportedGrant(request, grant);
        var (appId, secret) = Client(request);
        if (appId is null) return OAuthErrors.MissingField(request, "client_id");
        if (directory.WithAppId(appId) is not { } principal) return OAuthErrors.UnknownApplication(request, appId, tenantId);
        if (secret is null) return OAuthErrors.SecretMissing(request);
        if (!directory.IsSecretOf(principal, secret)) return OAuthErrors.SecretWrong(request, appId);
        var isVersion2 = request.Path.Contains("/v2.0/", StringComparison.OrdinalIgnoreCase);
        return isVersion2 || request.Field("resource") is null ? ForScope(request, principal) : ForResource(request, principal);
    }

    private ArmResponse ForScope(IdentityRequest request, EmulatorPrincipal principal)
    {
        if (request.Field("scope") is not { } scopes) return OAuthErrors.MissingField(request, "scope");
        var scope = scopes.Split(' ').FirstOrDefault(scope => scope.EndsWith(DefaultSuffix, StringComparison.OrdinalIgnoreCase));
        if (scope is null) return OAuthErrors.ScopeWithoutSuffix(request, scopes);
        return new ArmResponse(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)TokenSigner.Lifetime.TotalSeconds,
            ["ext_expires_in"] = (int)TokenSigner.Lifetime.TotalSeconds,
            ["access_token"] = Token(request, principal, scope[..^DefaultSuffix.Length]),
        });
    }

    // The first version writes its numbers as texts.
    private ArmResponse ForResource(IdentityRequest request, EmulatorPrincipal principal)
    {
        var resource = request.Field("resource") ?? string.Empty;
        var lifetime = ((int)TokenSigner.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new ArmResponse(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = lifetime,
            ["ext_expires_in"] = lifetime,
            ["expires_on"] = (request.Now + TokenSigner.Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["not_before"] = request.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["access_token"] = Token(request, principal, resource),
        });
    }

    private string Token(IdentityRequest request, EmulatorPrincipal principal, string audience) => signer.Sign(
        principal.Caller, audience, OpenIdDocuments.Issuer(request.Endpoint, tenantId), request.Now);

    // In the form, or as user and password of HTTP's basic authentication.
    private static (string? AppId, string? Secret) Client(IdentityRequest request)
    {
        const string basic = "Basic ";
        var header = request.Header("Authorization");
        if (request.Field("client_id") is not null || header?.StartsWith(basic, StringComparison.OrdinalIgnoreCase) != true)
            return (request.Field("client_id"), request.Field("client_secret"));
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[basic.Length..], bytes, out var count)) return (null, null);
        var pair = Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2);
        return pair.Length == 2 ? (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])) : (null, null);
    }
}
