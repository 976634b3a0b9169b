using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>The emulator's own Entra: all that is answered before a client has a token.</summary>
internal sealed class IdentityEndpoints
{
    private readonly ImmutableArray<(string Method, RoutePattern Pattern, Func<IdentityRequest, ArmResponse> Answer)> endpoints;

    /// <summary>Puts the endpoints together.</summary>
    public IdentityEndpoints(TokenEndpoint tokens, ManagedIdentityEndpoint managed, TokenKey key, string tenantId)
    {
        ArmResponse Configuration(IdentityRequest request) => request.PathValues["tenant"] is var tenant && Authority.IsOf(tenantId, tenant)
            ? new ArmResponse(200, OpenIdDocuments.Configuration(request.Endpoint, tenantId, tenant))
            : OAuthErrors.TenantNotFound(request, tenant);
        endpoints =
        [
            ("GET", new("/metadata/endpoints"), CloudMetadata.Answer),
            ("GET", new("/metadata/identity/oauth2/token"), managed.Answer),
            ("GET", new("/msi/token"), managed.Answer),
            ("POST", new("/msi/token"), managed.Answer),
            ("GET", new("/common/discovery/instance"), Document(request => OpenIdDocuments.Instance(request.Endpoint, tenantId))),
            ("GET", new("/{tenant}/.well-known/openid-configuration"), Configuration),
            ("GET", new("/{tenant}/v2.0/.well-known/openid-configuration"), Configuration),
            ("GET", new("/{tenant}/discovery/keys"), Document(_ => key.KeySet())),
            ("GET", new("/{tenant}/discovery/v2.0/keys"), Document(_ => key.KeySet())),
            ("POST", new("/{tenant}/oauth2/token"), tokens.Answer),
            ("POST", new("/{tenant}/oauth2/v2.0/token"), tokens.Answer),
            ("POST", new("/{tenant}/oauth2/v2.0/devicecode"), OAuthErrors.NoInteraction),
            ("GET", new("/{tenant}/oauth2/v2.0/authorize"), OAuthErrors.NoInteraction),
        ];
    }

    /// <summary>Whether the path is one of these endpoints, by whatever method.</summary>
    public bool Serves(string path)
    {
        var segments = RoutePattern.Split(path);
        return endpoints.Any(endpoint => endpoint.Pattern.Match(segments) is not null);
    }

    /// <summary>The answer to a request whose path is served.</summary>
    public ArmResponse Answer(IdentityRequest request)
    {
        foreach (var (method, pattern, answer) in endpoints)
        {
            if (method == request.Method && pattern.Match(request.Path) is { } values) return answer(request with { PathValues = values });
        }

        return ArmEnvelope.Error(ArmErrors.MethodNotAllowed(request.Method, request.Path));
    }

    private static Func<IdentityRequest, ArmResponse> Document(Func<IdentityRequest, JsonObject> write) => request => new ArmResponse(200, write(request));
}
