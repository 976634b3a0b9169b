using Microsoft.AspNetCore.Http;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>All that decides who sends a request.</summary>
internal sealed class IdentityServices(IdentityEndpoints endpoints, Authenticator authenticator, string tenantId)
{
    /// <summary>What is answered without a token.</summary>
    public IdentityEndpoints Endpoints => endpoints;

    /// <summary>Puts them together, with a signing key of this run.</summary>
    public static IdentityServices Create(EmulatorOptions options, BearerToken token, Func<ArmState> state)
    {
        var key = new TokenKey();
        var directory = new PrincipalDirectory(options.Principals, token);
        var signer = new TokenSigner(key, options.TenantId);
        var endpoints = new IdentityEndpoints(
            new TokenEndpoint(directory, signer, options.TenantId),
            new ManagedIdentityEndpoint(directory, signer, state),
            key,
            options.TenantId);
        return new IdentityServices(endpoints, new Authenticator(token, options.Principals[0], key, options.TenantId), options.TenantId);
    }

    /// <summary>Answers a request to an identity endpoint.</summary>
    public async Task<ArmResponse> AnswerAsync(HttpContext context, ArmRequest request)
    {
        var (read, error) = await IdentityHttp.ReadAsync(context, request);
        return read is null ? ArmEnvelope.Error(error ?? ArmErrors.RouteNotFound(request.Path)) : endpoints.Answer(read);
    }

    /// <summary>Who sends the request, or the 401 with its challenge.</summary>
    public async Task<Authentication> AuthenticateAsync(HttpContext context, DateTimeOffset now)
    {
        var (caller, error) = await authenticator.AuthenticateAsync(context.Request.Headers.Authorization.ToString(), now);
        if (caller is not null) return new Authentication.Known(caller);
        var refusal = error ?? AuthenticationErrors.TokenInvalid();
        return new Authentication.Refused(ArmEnvelope.Error(refusal).With("WWW-Authenticate", AuthenticationErrors.Challenge(refusal, tenantId)));
    }
}
