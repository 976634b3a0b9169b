using System.Buffers.Text;
using System.Text;
using Plumbline.Emulator;
using Plumbline.Emulator.Identity;
using Plumbline.Emulator.Wire;

namespace Plumbline.EmulatorTests.Identity;

public sealed class AuthenticatorTests
{
    private const string Tenant = EmulatorSession.Tenant;
    private static readonly DateTimeOffset Now = new FixedTime().GetUtcNow();
    private static readonly Caller Someone = new("oid", "app", "Somebody");

    [Theory]
    [InlineData("https://management.azure.com/")]
    [InlineData("https://management.core.windows.net")]
    [InlineData("https://localhost:8443")]
    [InlineData("https://localhost:8443//")]
    [InlineData("https://127.0.0.1:8443/")]
    public async Task Token_for_ARM_names_the_caller(string audience)
    {
        using var key = new TokenKey();

        var (caller, error) = await AskAsync(key, "Bearer " + Token(key, audience));

        Assert.Equal((Someone, null), (caller, error?.Code));
    }

    [Theory]
    [InlineData("https://graph.microsoft.com")]
    [InlineData("https://localhost.example.com")]
    [InlineData("https://localhost/other")]
    [InlineData("api")]
    public async Task Token_for_another_resource_is_refused(string audience)
    {
        using var key = new TokenKey();

        var (_, error) = await AskAsync(key, "Bearer " + Token(key, audience));

        Assert.Equal("InvalidAuthenticationTokenAudience", error?.Code);
        Assert.Equal(
            $"The access token has been obtained for wrong audience or resource '{audience}'. It should exactly match with one of the allowed audiences "
            + "'https://management.core.windows.net/','https://management.core.windows.net','https://management.azure.com/','https://management.azure.com'.",
            error?.Message);
    }

    [Fact]
    public async Task Token_is_refused_from_the_second_it_expires()
    {
        using var key = new TokenKey();
        var token = "Bearer " + Token(key, "https://localhost/");

        Assert.Null((await AskAsync(key, token, Now.AddSeconds(3598))).Error);
        var (_, error) = await AskAsync(key, token, Now.AddSeconds(3600));

        Assert.Equal(
            ("ExpiredAuthenticationToken", "The access token expiry UTC time '3/4/2026 6:06:06 AM' is earlier than current UTC time '3/4/2026 6:06:07 AM'."),
            (error?.Code, error?.Message));
    }

    [Fact]
    public async Task Token_of_another_run_is_refused()
    {
        using var key = new TokenKey();
        using var other = new TokenKey();

        var (_, error) = await AskAsync(key, "Bearer " + Token(other, "https://localhost/"));

        Assert.Equal(("InvalidAuthenticationToken", "The access token is invalid."), (error?.Code, error?.Message));
    }

    [Fact]
    public async Task Token_of_another_tenant_is_told_which_one_to_use()
    {
        using var key = new TokenKey();
        using var other = new TokenKey();
        var token = new TokenSigner(other, "11111111-0000-0000-0000-000000000000").Sign(Someone, "https://management.azure.com/", "https://sts.windows.net/x/", Now);

        var (_, error) = await AskAsync(key, "Bearer " + token);

        Assert.Equal("InvalidAuthenticationTokenTenant", error?.Code);
        Assert.StartsWith(
            $"The access token is from the wrong issuer 'https://sts.windows.net/x/'. It must match the tenant 'https://sts.windows.net/{Tenant}/' associated with this subscription. ",
            error?.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""", "")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""", "c2lnbmF0dXJl")]
    public async Task Token_without_a_signature_of_the_key_is_refused(string header, string signature)
    {
        using var key = new TokenKey();
        var payload = Token(key, "https://localhost/").Split('.')[1];

        var (caller, error) = await AskAsync(key, $"Bearer {Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{payload}.{signature}");

        Assert.Equal((null, "InvalidAuthenticationToken"), (caller, error?.Code));
    }

    [Theory]
    [InlineData("", "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.")]
    [InlineData("Basic dTpw", "AuthenticationFailed", "Authentication failed. The 'Authorization' header is provided in an invalid format.")]
    [InlineData("Bearer ", "InvalidAuthenticationToken", "The access token is invalid.")]
    [InlineData("Bearer a.b.c", "InvalidAuthenticationToken", "The access token is invalid.")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.!!.x", "InvalidAuthenticationToken", "The access token is invalid.")]
    public async Task Header_that_carries_no_token_is_refused(string authorization, string code, string message)
    {
        using var key = new TokenKey();

        var (_, error) = await AskAsync(key, authorization);

        Assert.Equal((401, code, message), (error?.Status, error?.Code, error?.Message));
    }

    [Fact]
    public async Task Token_larger_than_any_real_one_is_not_looked_at()
    {
        using var key = new TokenKey();

        var (_, error) = await AskAsync(key, $"Bearer a.{new string('a', 20_000)}.c");

        Assert.Equal("InvalidAuthenticationToken", error?.Code);
    }

    [Fact]
    public async Task Run_token_is_the_owner()
    {
        using var key = new TokenKey();

        Assert.Equal(EmulatorPrincipal.Owner.Caller, (await AskAsync(key, "Bearer run")).Caller);
    }

    [Fact]
    public void Challenge_cannot_be_broken_out_of()
    {
        var error = AuthenticationErrors.WrongAudience("x\"\r\nSet-Cookie: a=b");

        Assert.DoesNotContain("\n", AuthenticationErrors.Challenge(error, Tenant), StringComparison.Ordinal);
        Assert.Equal(6, AuthenticationErrors.Challenge(error, Tenant).Count(character => character == '"'));
    }

    private static string Token(TokenKey key, string audience) => new TokenSigner(key, Tenant).Sign(Someone, audience, $"https://localhost/{Tenant}/", Now);

    private static Task<(Caller? Caller, ArmError? Error)> AskAsync(TokenKey key, string authorization, DateTimeOffset? now = null) =>
        new Authenticator(new BearerToken("run"), EmulatorPrincipal.Owner, key, Tenant).AuthenticateAsync(authorization, now ?? Now);
}
