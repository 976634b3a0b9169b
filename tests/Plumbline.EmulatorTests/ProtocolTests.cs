using System.Net;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests;

public sealed class ProtocolTests
{
    [Fact]
    public async Task Request_without_token_is_refused_with_a_challenge()
    {
        await using var session = await StartAsync();
        session.Client.DefaultRequestHeaders.Authorization = null;

        var answer = await session.SendAsync(HttpMethod.Get, "/subscriptions", null);

        Assert.Equal(401, answer.Status);
        Assert.Equal(
            """{"error":{"code":"AuthenticationFailed","message":"Authentication failed. The 'Authorization' header is missing."}}""",
            answer.Json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(
            $"Bearer authorization_uri=\"https://login.windows.net/{Tenant}\", error=\"invalid_token\", "
            + "error_description=\"The authentication failed because of missing 'Authorization' header.\"",
            answer.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("Bearer wrong", "InvalidAuthenticationToken")]
    [InlineData("Basic dTpw", "AuthenticationFailed")]
    public async Task Request_with_wrong_token_is_refused(string authorization, string code)
    {
        await using var session = await StartAsync();
        session.Client.DefaultRequestHeaders.Authorization = System.Net.Http.Headers.AuthenticationHeaderValue.Parse(authorization);

        var answer = await session.GetAsync("/subscriptions", "2022-12-01");

        Assert.Equal((401, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Token_differs_from_run_to_run()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();

        Assert.NotEqual(first.Host.Token, second.Host.Token);
        Assert.Equal(43, first.Host.Token.Length);
    }

    [Fact]
    public async Task Certificate_serves_localhost_and_the_loopback_address()
    {
        await using var session = await StartAsync();

        Assert.True(session.Host.Certificate.MatchesHostname("localhost"));
        Assert.True(session.Host.Certificate.MatchesHostname("127.0.0.1"));
        Assert.False(session.Host.Certificate.MatchesHostname("example.com"));
        Assert.Equal(IPAddress.Loopback.ToString(), session.Host.Endpoint.Host);
        Assert.Equal("https", session.Host.Endpoint.Scheme);
    }

    [Fact]
    public async Task Request_by_another_host_name_is_refused()
    {
        await using var session = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/subscriptions?api-version=2022-12-01");
        request.Headers.Host = "rebound.example.com";

        var answer = await session.SendAsync(request);

        Assert.Equal((400, "InvalidHostHeader"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Request_without_api_version_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.SendAsync(HttpMethod.Get, "/subscriptions", null);

        Assert.Equal((400, "MissingApiVersionParameter"), (answer.Status, answer.Code));
        Assert.Equal("The api-version query parameter (?api-version=) is required for all requests.", answer.Message);
    }

    [Theory]
    [InlineData("policySetDefinitions", "2022-06-01")]
    [InlineData("policyDefinitions", "2024-04-01")]
    public async Task Version_that_only_assignments_have_is_refused_with_the_supported_ones(string type, string version)
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync($"{Subscription}/providers/Microsoft.Authorization/{type}", version);

        Assert.Equal((400, "InvalidApiVersionParameter"), (answer.Status, answer.Code));
        Assert.StartsWith(
            $"The api-version '{version}' is invalid. The supported versions are '2026-07-01,2026-06-01,2026-01-01-preview,2025-12-01-preview,2025-11-01,",
            answer.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-06-01")]
    [InlineData("2024-04-01")]
    public async Task Version_that_only_assignments_have_is_good_for_assignments(string version)
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync($"{Subscription}/providers/Microsoft.Authorization/policyAssignments", version);

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Answer_carries_the_headers_of_ARM()
    {
        await using var session = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Subscription}/resourceGroups?api-version=2021-04-01");
        request.Headers.Add("x-ms-client-request-id", "mine");
        request.Headers.Add("x-ms-correlation-request-id", "ours");

        var answer = await session.SendAsync(request);

        Assert.Equal("mine", answer.Headers["x-ms-client-request-id"]);
        Assert.Equal("ours", answer.Headers["x-ms-correlation-request-id"]);
        Assert.True(Guid.TryParse(answer.Headers["x-ms-request-id"], out var id));
        Assert.Equal($"LOOPBACK:20260304T050607Z:{id}", answer.Headers["x-ms-routing-request-id"]);
        Assert.Equal("249", answer.Headers["x-ms-ratelimit-remaining-subscription-reads"]);
        Assert.Equal(("no-cache", "no-cache", "-1"), (answer.Headers["Cache-Control"], answer.Headers["Pragma"], answer.Headers["Expires"]));
        Assert.Equal("application/json; charset=utf-8", answer.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("{", "InvalidRequestContent")]
    [InlineData("[]", "InvalidRequestContent")]
    [InlineData("""{"location":"a","location":"b"}""", "InvalidRequestContent")]
    public async Task Body_that_is_no_JSON_object_is_refused(string body, string code)
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync($"{Subscription}/resourceGroups/rg", "2021-04-01", body);

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Body_nested_deeper_than_64_levels_is_refused()
    {
        await using var session = await StartAsync();
        var body = $$"""{"location":"x","tags":{{new string('[', 70)}}{{new string(']', 70)}}}""";

        var answer = await session.PutAsync($"{Subscription}/resourceGroups/rg", "2021-04-01", body);

        Assert.Equal((400, "InvalidRequestContent"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("resourceGroups/rg", "2021-04-01", 4 << 20)]
    [InlineData("providers/Microsoft.Authorization/policyDefinitions/p", PolicyVersion, 1 << 20)]
    public async Task Body_beyond_the_limit_of_its_type_is_refused(string path, string version, int limit)
    {
        await using var session = await StartAsync();
        var body = $$"""{"location":"{{new string('x', limit)}}"}""";

        var answer = await session.PutAsync($"{Subscription}/{path}", version, body);

        Assert.Equal((413, "RequestContentTooLarge"), (answer.Status, answer.Code));
        Assert.Equal($"The request content is larger than the limit of '{limit}' bytes.", answer.Message);
    }

    [Fact]
    public async Task Method_that_no_route_has_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.SendAsync(HttpMethod.Post, $"{Subscription}/resourceGroups/rg", "2021-04-01", "{}");

        Assert.Equal((405, "MethodNotAllowed"), (answer.Status, answer.Code));
    }
}
