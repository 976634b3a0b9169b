using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Identity;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Identity;

public sealed class TokenEndpointTests
{
    private const string AppId = "44444444-4444-4444-4444-444444444444";

    [Theory]
    [InlineData("/adfs/oauth2/v2.0/token")]
    [InlineData("/" + Tenant + "/oauth2/v2.0/token")]
    [InlineData("/organizations/oauth2/v2.0/token")]
    public async Task Client_credentials_give_a_token_that_opens_ARM(string path)
    {
        await using var session = await StartAsync();

        var answer = await session.PostFormAsync(path, Credentials(session, ("scope", session.Host.Endpoint + "/.default")));

        Assert.Equal((200, "Bearer", "3599"), (answer.Status, answer.At("token_type"), answer.At("expires_in")));
        Assert.Equal(200, (await GetWithAsync(session, "Bearer " + answer.At("access_token"))).Status);
    }

    [Theory]
    [InlineData("/adfs/oauth2/token")]
    [InlineData("/" + Tenant + "/oauth2/token")]
    public async Task First_version_takes_a_resource_and_writes_texts(string path)
    {
        await using var session = await StartAsync();

        var answer = await session.PostFormAsync(path, Credentials(session, ("resource", "https://management.azure.com/")));

        var token = answer.At("access_token");
        Assert.Equal(200, answer.Status);
        Assert.Equal(
            """{"token_type":"Bearer","expires_in":"3599","ext_expires_in":"3599","expires_on":"1772604366","not_before":"1772600767","resource":"https://management.azure.com/","access_token":""}""",
            With(answer.Json, "access_token", "").ToJsonString());
        Assert.Equal(200, (await GetWithAsync(session, "Bearer " + token)).Status);
    }

    [Fact]
    public async Task Token_carries_the_claims_of_a_service_principal()
    {
        await using var session = await StartAsync();

        var claims = Claims(await session.TokenOfAsync(EmulatorPrincipal.Owner, "https://management.azure.com/.default"));

        claims.Remove("uti");
        var issuer = $"{session.Host.Endpoint}{Tenant}/";
        Assert.Equal(
            "app_displayname=Plumbline owner appid=" + AppId + " appidacr=1 aud=https://management.azure.com exp=1772604366 iat=1772600767 idp=" + issuer + " idtyp=app iss=" + issuer
            + " nbf=1772600767 oid=5b7a2f0e-9c41-4d63-8e0f-2a1d6c3b4e95 sub=5b7a2f0e-9c41-4d63-8e0f-2a1d6c3b4e95 tid=" + Tenant + " ver=1.0",
            string.Join(' ', claims.OrderBy(claim => claim.Key, StringComparer.Ordinal).Select(claim => $"{claim.Key}={claim.Value}")));
    }

    [Fact]
    public async Task Secret_may_come_by_basic_authentication()
    {
        await using var session = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/adfs/oauth2/v2.0/token");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AppId}:{session.Host.Token}")));
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", "https://localhost/.default")]);

        Assert.Equal(200, (await session.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("grant_type", null, 400, "invalid_request", "AADSTS900144: The request body must contain the following parameter: 'grant_type'. ")]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type 'password'. ")]
    [InlineData("client_id", null, 400, "invalid_request", "AADSTS900144: The request body must contain the following parameter: 'client_id'. ")]
    [InlineData("client_id", "77777777-0000-0000-0000-000000000000", 400, "unauthorized_client",
        "AADSTS700016: Application with identifier '77777777-0000-0000-0000-000000000000' was not found in the directory '" + Tenant + "'. ")]
    [InlineData("client_secret", null, 401, "invalid_client", "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'. ")]
    [InlineData("client_secret", "wrong", 401, "invalid_client", "AADSTS7000215: Invalid client secret provided. ")]
    [InlineData("scope", null, 400, "invalid_request", "AADSTS900144: The request body must contain the following parameter: 'scope'. ")]
    [InlineData("scope", "openid", 400, "invalid_scope", "AADSTS1002012: The provided value for scope openid is not valid. ")]
    public async Task Bad_request_is_refused_in_the_shape_of_OAuth(string field, string? value, int status, string error, string description)
    {
        await using var session = await StartAsync();
        var fields = Credentials(session, ("scope", "https://localhost/.default")).Where(pair => pair.Name != field).ToList();
        if (value is not null) fields.Add((field, value));

        var answer = await session.PostFormAsync(SignIn.TokenPath, [.. fields]);

        Assert.Equal((status, error), (answer.Status, answer.At("error")));
        Assert.StartsWith(description, answer.At("error_description"), StringComparison.Ordinal);
        Assert.EndsWith(" Timestamp: 2026-03-04 05:06:07Z", answer.At("error_description"), StringComparison.Ordinal);
        Assert.Equal(description[6..description.IndexOf(':', StringComparison.Ordinal)], answer.At("error_codes/0"));
    }

    [Fact]
    public async Task Other_tenant_is_not_found()
    {
        await using var session = await StartAsync();

        var answer = await session.PostFormAsync("/contoso.com/oauth2/v2.0/token", Credentials(session, ("scope", "https://localhost/.default")));

        Assert.Equal((400, "invalid_request", "90002"), (answer.Status, answer.At("error"), answer.At("error_codes/0")));
    }

    [Fact]
    public async Task Form_with_too_many_fields_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.PostFormAsync(SignIn.TokenPath, [.. Enumerable.Range(0, 40).Select(index => ($"f{index}", "x"))]);

        Assert.Equal((400, "InvalidRequestContent"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Principal_with_a_secret_of_its_own_does_not_take_the_token_of_the_run()
    {
        var principal = EmulatorPrincipal.Reader with { Secret = "own" };
        await using var session = await StartAsync(principals: [EmulatorPrincipal.Owner, principal]);

        var answer = await session.PostFormAsync(
            SignIn.TokenPath, ("grant_type", "client_credentials"), ("client_id", principal.AppId), ("client_secret", session.Host.Token), ("scope", "https://localhost/.default"));

        Assert.Equal((401, "invalid_client"), (answer.Status, answer.At("error")));
        Assert.Equal(principal.ObjectId, Claims(await session.TokenOfAsync(principal))["oid"]?.ToString());
    }

    /// <summary>The payload of a token.</summary>
    internal static JsonObject Claims(string token)
    {
        var payload = token.Split('.')[1];
        return JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(payload)) as JsonObject ?? [];
    }

    private static (string Name, string Value)[] Credentials(EmulatorSession session, (string Name, string Value) target) =>
        [("grant_type", "client_credentials"), ("client_id", AppId), ("client_secret", session.Host.Token), target];

    private static async Task<Answer> GetWithAsync(EmulatorSession session, string authorization)
    {
        session.Client.DefaultRequestHeaders.Authorization = System.Net.Http.Headers.AuthenticationHeaderValue.Parse(authorization);
        return await session.GetAsync("/subscriptions", "2022-12-01");
    }

    private static JsonNode With(JsonNode node, string name, string value)
    {
        node[name] = value;
        return node;
    }
}
