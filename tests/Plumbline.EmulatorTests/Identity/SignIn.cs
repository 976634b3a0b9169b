using System.Net.Http.Headers;
using Plumbline.Emulator.Identity;

namespace Plumbline.EmulatorTests.Identity;

/// <summary>Signing in as a client does: a form to the token endpoint, without a bearer token.</summary>
public static class SignIn
{
    public const string TokenPath = "/" + EmulatorSession.Tenant + "/oauth2/v2.0/token";

    /// <summary>Posts a form without an <c>Authorization</c> header.</summary>
    public static async Task<Answer> PostFormAsync(this EmulatorSession session, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await session.AnonymousAsync(request);
    }

    /// <summary>Gets without an <c>Authorization</c> header.</summary>
    public static async Task<Answer> GetAnonymouslyAsync(this EmulatorSession session, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await session.AnonymousAsync(request);
    }

    /// <summary>An access token for the endpoint, of the principal with this client id.</summary>
    public static async Task<string> TokenOfAsync(this EmulatorSession session, EmulatorPrincipal principal, string? scope = null)
    {
        var answer = await session.PostFormAsync(
            TokenPath,
            ("grant_type", "client_credentials"),
            ("client_id", principal.AppId),
            ("client_secret", principal.Secret ?? session.Host.Token),
            ("scope", scope ?? session.Host.Endpoint + "/.default"));
        return answer.At("access_token") ?? throw new InvalidOperationException(answer.At("error_description"));
    }

    /// <summary>Signs in and sends everything that follows as the principal.</summary>
    public static async Task<EmulatorSession> AsAsync(this EmulatorSession session, EmulatorPrincipal principal)
    {
        session.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await session.TokenOfAsync(principal));
        return session;
    }

    /// <summary>Sends everything that follows with the run's own token.</summary>
    public static EmulatorSession AsOwner(this EmulatorSession session)
    {
        session.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.Host.Token);
        return session;
    }

    private static async Task<Answer> AnonymousAsync(this EmulatorSession session, HttpRequestMessage request)
    {
        var authorization = session.Client.DefaultRequestHeaders.Authorization;
        session.Client.DefaultRequestHeaders.Authorization = null;
        try
        {
            return await session.SendAsync(request);
        }
        finally
        {
            session.Client.DefaultRequestHeaders.Authorization = authorization;
        }
    }
}
