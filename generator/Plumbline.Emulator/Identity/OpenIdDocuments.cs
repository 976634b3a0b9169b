using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Identity;

/// <summary>What clients read before they ask for a token.</summary>
internal static class OpenIdDocuments
{
    /// <summary>Who signs the tokens that are asked for at <paramref name="endpoint"/>.</summary>
    public static string Issuer(string endpoint, string tenantId) => $"{endpoint}/{tenantId}/";

    /// <summary>The configuration of an authority.</summary>
    /// <param name="endpoint">Scheme and authority the client used.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="authority">The authority's path: <c>adfs</c> or a tenant.</param>
    public static JsonObject Configuration(string endpoint, string tenantId, string authority) => new()
    {
        ["issuer"] = Issuer(endpoint, tenantId),
        ["authorization_endpoint"] = $"{endpoint}/{authority}/oauth2/v2.0/authorize",
        ["token_endpoint"] = $"{endpoint}/{authority}/oauth2/v2.0/token",
        ["device_authorization_endpoint"] = $"{endpoint}/{authority}/oauth2/v2.0/devicecode",
        ["end_session_endpoint"] = $"{endpoint}/{authority}/oauth2/v2.0/logout",
        ["jwks_uri"] = $"{endpoint}/{authority}/discovery/v2.0/keys",
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "client_secret_basic"),
        ["grant_types_supported"] = new JsonArray("client_credentials"),
        ["response_types_supported"] = new JsonArray("token"),
        ["response_modes_supported"] = new JsonArray("query", "form_post"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
        ["scopes_supported"] = new JsonArray("openid"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("ES256"),
        ["claims_supported"] = new JsonArray("sub", "iss", "aud", "exp", "iat", "nbf", "tid", "oid", "appid", "ver"),
        ["cloud_instance_name"] = Authority(endpoint),
    };

    /// <summary>The answer of instance discovery: this host is a known authority, and its only name.</summary>
    public static JsonObject Instance(string endpoint, string tenantId) => new()
    {
        ["tenant_discovery_endpoint"] = $"{endpoint}/{tenantId}/v2.0/.well-known/openid-configuration",
        ["api-version"] = "1.1",
        ["metadata"] = new JsonArray(new JsonObject
        {
            ["preferred_network"] = Authority(endpoint),
            ["preferred_cache"] = Authority(endpoint),
            ["aliases"] = new JsonArray(Authority(endpoint)),
        }),
    };

    private static string Authority(string endpoint) => new Uri(endpoint).Authority;
}
