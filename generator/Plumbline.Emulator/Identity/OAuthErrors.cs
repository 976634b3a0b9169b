using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>Entra's refusals in OAuth's shape: a method a code, with Entra's AADSTS texts.</summary>
internal static class OAuthErrors
{
    public static ArmResponse MissingField(IdentityRequest request, string field) =>
        Answer(request, 400, "invalid_request", 900144, $"The request body must contain the following parameter: '{field}'.");

    public static ArmResponse UnsupportedGrant(IdentityRequest request, string grant) =>
        Answer(request, 400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{grant}'.");

    public static ArmResponse TenantNotFound(IdentityRequest request, string tenant) =>
        Answer(request, 400, "invalid_request", 90002,
            $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. "
            + "Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");

    public static ArmResponse UnknownApplication(IdentityRequest request, string appId, string tenantId) =>
        Answer(request, 400, "unauthorized_client", 700016,
            $"Application with identifier '{appId}' was not found in the directory '{tenantId}'. This can happen if the application has not been installed by the administrator "
            + "of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.");

    public static ArmResponse SecretMissing(IdentityRequest request) =>
        Answer(request, 401, "invalid_client", 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");

    public static ArmResponse SecretWrong(IdentityRequest request, string appId) =>
        Answer(request, 401, "invalid_client", 7000215,
            $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{appId}'.");

    public static ArmResponse ScopeWithoutSuffix(IdentityRequest request, string scope) =>
        Answer(request, 400, "invalid_scope", 1002012,
            $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).");

    public static ArmResponse NoInteraction(IdentityRequest request) =>
        Answer(request, 400, "unsupported_response_type", 70005, "This endpoint signs in service principals only. Use the grant type 'client_credentials'.");

    private static ArmResponse Answer(IdentityRequest request, int status, string error, int code, string description)
    {
        var timestamp = request.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new ArmResponse(status, new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{code}: {description} Trace ID: {request.RequestId} Correlation ID: {request.RequestId} Timestamp: {timestamp}",
            ["error_codes"] = new JsonArray(code),
            ["timestamp"] = timestamp,
            ["trace_id"] = request.RequestId.ToString(),
            ["correlation_id"] = request.RequestId.ToString(),
        });
    }
}
