using Plumbline.Emulator.Identity;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Identity;

public sealed class IdentityEndpointTests
{
    [Theory]
    [InlineData("/adfs/.well-known/openid-configuration", "adfs")]
    [InlineData("/" + Tenant + "/v2.0/.well-known/openid-configuration", Tenant)]
    [InlineData("/common/.well-known/openid-configuration", "common")]
    public async Task Configuration_names_the_endpoints_of_its_authority(string path, string authority)
    {
        await using var session = await StartAsync();

        var answer = await session.GetAnonymouslyAsync(path);

        var start = session.Host.Endpoint.ToString().TrimEnd('/');
        Assert.Equal(200, answer.Status);
        Assert.Equal($"{start}/{Tenant}/", answer.At("issuer"));
        Assert.Equal($"{start}/{authority}/oauth2/v2.0/token", answer.At("token_endpoint"));
        Assert.Equal($"{start}/{authority}/oauth2/v2.0/authorize", answer.At("authorization_endpoint"));
        Assert.Equal($"{start}/{authority}/oauth2/v2.0/devicecode", answer.At("device_authorization_endpoint"));
        Assert.Equal(1, (await session.GetAnonymouslyAsync(answer.At("jwks_uri") ?? "")).Json["keys"]?.AsArray().Count);
    }

    [Fact]
    public async Task Configuration_of_another_tenant_is_not_found()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAnonymouslyAsync("/contoso.com/v2.0/.well-known/openid-configuration");

        Assert.Equal((400, "90002"), (answer.Status, answer.At("error_codes/0")));
    }

    [Fact]
    public async Task Instance_discovery_knows_this_host_only()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAnonymouslyAsync("/common/discovery/instance?api-version=1.1&authorization_endpoint=x");

        Assert.Equal($"{session.Host.Endpoint}{Tenant}/v2.0/.well-known/openid-configuration", answer.At("tenant_discovery_endpoint"));
        Assert.Equal($"[\"{session.Host.Endpoint.Authority}\"]", answer.At("metadata/0/aliases"));
    }

    [Theory]
    [InlineData("2019-05-01", "0/authentication/loginEndpoint")]
    [InlineData("2022-09-01", "0/authentication/loginEndpoint")]
    [InlineData("2015-01-01", "authentication/loginEndpoint")]
    public async Task Cloud_metadata_has_the_form_of_its_version(string version, string login)
    {
        await using var session = await StartAsync();

        var answer = await session.GetAnonymouslyAsync("/metadata/endpoints?api-version=" + version);

        Assert.Equal((200, session.Host.Endpoint + "adfs"), (answer.Status, answer.At(login)));
    }

    [Fact]
    public async Task Cloud_metadata_needs_an_api_version()
    {
        await using var session = await StartAsync();

        Assert.Equal("MissingApiVersionParameter", (await session.GetAnonymouslyAsync("/metadata/endpoints")).Code);
    }

    [Theory]
    [InlineData("/msi/token?api-version=2017-09-01&resource=https://localhost/", "secret")]
    [InlineData("/msi/token?api-version=2019-08-01&resource=https://localhost/", "X-IDENTITY-HEADER")]
    [InlineData("/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://localhost/", "secret")]
    public async Task Managed_identity_gets_the_token_of_whose_secret_it_sends(string path, string header)
    {
        var reader = EmulatorPrincipal.Reader with { Secret = "reader's" };
        await using var session = await StartAsync(principals: [EmulatorPrincipal.Owner, reader]);

        var answer = await session.GetAnonymouslyAsync(path, (header, "reader's"), ("Metadata", "true"));

        Assert.Equal((200, reader.AppId, "1772604366"), (answer.Status, answer.At("client_id"), answer.At("expires_on")));
        var claims = TokenEndpointTests.Claims(answer.At("access_token") ?? "");
        Assert.Equal((reader.ObjectId, Tenant), (claims["oid"]?.ToString(), claims["tid"]?.ToString()));
        Assert.EndsWith("/providers/Microsoft.ManagedIdentity/userAssignedIdentities/" + reader.AppId, claims["xms_mirid"]?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/msi/token?resource=https://localhost/", 401, "unauthorized_client")]
    [InlineData("/msi/token", 400, "invalid_request")]
    [InlineData("/metadata/identity/oauth2/token?resource=https://localhost/", 400, "invalid_request")]
    public async Task Managed_identity_without_what_it_needs_is_refused(string path, int status, string error)
    {
        await using var session = await StartAsync();

        var answer = await session.GetAnonymouslyAsync(path);

        Assert.Equal((status, error), (answer.Status, answer.At("error")));
    }

    [Fact]
    public async Task Run_token_opens_the_identity_of_a_resource()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        const string path = Subscription + "/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id";
        var identity = await session.PutAsync(path, "2023-01-31", """{ "location": "westeurope" }""");
        var query = $"/msi/token?resource=https://localhost/&client_id={identity.At("properties/clientId")}&secret=";

        var answer = await session.GetAnonymouslyAsync(query + session.Host.Token);
        var refused = await session.GetAnonymouslyAsync(query + "wrong");

        var claims = TokenEndpointTests.Claims(answer.At("access_token") ?? "");
        Assert.Equal((identity.At("properties/principalId"), path), (claims["oid"]?.ToString(), claims["xms_mirid"]?.ToString()));
        Assert.Equal(401, refused.Status);
        await session.DeleteAsync(path, "2023-01-31");
        Assert.Equal((400, "Identity not found"), (await session.GetAnonymouslyAsync(query + session.Host.Token)) is var gone ? (gone.Status, gone.At("error_description")) : default);
    }

    [Fact]
    public async Task Endpoint_by_another_method_is_refused()
    {
        await using var session = await StartAsync();

        Assert.Equal((405, "MethodNotAllowed"), (await session.GetAnonymouslyAsync("/adfs/oauth2/token")) is var answer ? (answer.Status, answer.Code) : default);
    }

    [Fact]
    public async Task Interactive_sign_in_is_refused()
    {
        await using var session = await StartAsync();

        Assert.Equal((400, "unsupported_response_type"), (await session.PostFormAsync("/adfs/oauth2/v2.0/devicecode")) is var answer ? (answer.Status, answer.At("error")) : default);
    }
}
