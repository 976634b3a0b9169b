using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>
/// Tokens without a sign-in, as code inside Azure gets them: App Service's endpoint (<c>MSI_ENDPOINT</c> with <c>MSI_SECRET</c>, or <c>IDENTITY_ENDPOINT</c> with
/// <c>IDENTITY_HEADER</c>) and the instance metadata service. Both want a secret of a principal, in a header or, for clients that send none, as <c>secret</c> in the query: on a desk, unlike on a virtual machine, other users can
/// reach the endpoint.
/// </summary>
/// <param name="directory">The principals with secrets.</param>
/// <param name="signer">Signs tokens.</param>
/// <param name="state">Gives what is stored: the managed identities of resources.</param>
internal sealed class ManagedIdentityEndpoint(PrincipalDirectory directory, TokenSigner signer, Func<ArmState> state)
{
    /// <summary>Answers a token, or why there is none.</summary>
    public ArmResponse Answer(IdentityRequest request)
    {
        if (request.Path.StartsWith("/metadata/", StringComparison.OrdinalIgnoreCase) && !string.Equals(request.Header("Metadata"), "true", StringComparison.OrdinalIgnoreCase))
            return Refusal(400, "invalid_request", "Required metadata header not specified");
        if (request.Field("resource") is not { } resource) return Refusal(400, "invalid_request", "Required audience parameter not specified");
        var secret = request.Header("X-IDENTITY-HEADER") ?? request.Header("secret") ?? request.Field("secret");
        if (secret is null || directory.WithSecret(secret) is not { } holder)
            return Refusal(401, "unauthorized_client", "The header 'secret' or 'X-IDENTITY-HEADER', or the query parameter 'secret', does not carry the secret of a principal");
        if ((request.Field("client_id") ?? request.Field("clientid")) is not { } appId) return Token(request, holder, resource);
        if (directory.WithAppId(appId) is { } asked && directory.IsSecretOf(asked, secret)) return Token(request, asked, resource);

        // Whoever starts the emulator may act as every identity in it.
        return directory.IsRunToken(secret) && ServicePrincipals.WithAppId(state(), appId) is var (caller, owner)
            ? Token(request, caller, resource, owner)
            : Refusal(400, "invalid_request", "Identity not found");
    }

    // A principal with a secret is no resource; clients want the claim to name one all the same.
    private ArmResponse Token(IdentityRequest request, EmulatorPrincipal principal, string resource) => Token(
        request,
        principal.Caller,
        resource,
        $"/subscriptions/{state().SubscriptionId}/resourcegroups/plumbline/providers/{ResourceTypes.UserAssignedIdentity}/{principal.AppId}");

    private ArmResponse Token(IdentityRequest request, Caller caller, string resource, string identity)
    {
        var expires = (request.Now + TokenSigner.Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var token = signer.Sign(caller, resource, OpenIdDocuments.Issuer(request.Endpoint, state().TenantId), request.Now, identity);
        return new ArmResponse(200, new JsonObject
        {
            ["access_token"] = token,
            ["client_id"] = caller.ApplicationId,
            ["expires_in"] = ((int)TokenSigner.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["expires_on"] = expires,
            ["ext_expires_in"] = ((int)TokenSigner.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["not_before"] = request.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        });
    }

    private static ArmResponse Refusal(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = description });
}
