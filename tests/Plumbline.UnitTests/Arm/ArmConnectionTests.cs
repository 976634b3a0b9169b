using System.Net;
using System.Net.Sockets;
using Azure.Core;
using Azure.Identity;
using Plumbline.Arm;

namespace Plumbline.UnitTests.Arm;

public sealed class ArmConnectionTests
{
    private const string Path = TestTarget.Authorization + "/policyDefinitions/a";

    private static ArmCall Get(ArmConnection connection) => new(RequestMethod.Get, connection.AddressOf(Path, "2025-03-01"));

    private static async Task<ArmFailure?> FailureAsync(ScriptedArm arm, TokenCredential? credential = null)
    {
        var connection = TestTarget.Connect(arm, credential: credential);
        return (await connection.SendAsync(Get(connection), CancellationToken.None)).Failure;
    }

    private static ArmFailure Expected(ArmFailureKind kind, int? status, string? code, string message, string? correlation = null) =>
        new(kind, "GET", Path, status, code, message, correlation, []);

    [Fact]
    public void Handler_for_a_remote_endpoint_is_refused()
    {
        var target = TestTarget.Cloud with { Endpoint = new Uri("https://management.azure.com") };

        Assert.Throws<ArgumentException>("handler", () => new ArmConnection(target, new DefaultAzureCredential(), new ScriptedArm()));
    }

    [Fact]
    public void Fixed_token_for_a_remote_endpoint_is_refused()
    {
        var target = TestTarget.Cloud with { Endpoint = new Uri("https://management.azure.com") };

        Assert.Throws<ArgumentException>("handler", () => new ArmConnection(target, new StaticTokenCredential("t")));
    }

    [Fact]
    public void Endpoint_without_tls_is_refused()
    {
        var target = TestTarget.Cloud with { Endpoint = new Uri("http://localhost:8443") };

        Assert.Throws<ArgumentException>("cloud", () => new ArmConnection(target, new StaticTokenCredential("t"), new ScriptedArm()));
    }

    [Fact]
    public async Task Call_sends_the_token_and_the_api_version()
    {
        var arm = new ScriptedArm().Answer($"GET {Path}", 200, "{\"id\":\"x\"}");

        var connection = TestTarget.Connect(arm);
        var answer = await connection.SendAsync(Get(connection), CancellationToken.None);

        Assert.Equal("{\"id\":\"x\"}", answer.Body.GetRawText());
        Assert.Equal(["token-of-the-test"], arm.Tokens);
        Assert.Equal($"https://localhost:8443{Path}?api-version=2025-03-01", Get(connection).Address.ToString());
    }

    [Fact]
    public async Task Endpoint_where_nobody_listens_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var target = TestTarget.Cloud with { Endpoint = new Uri($"https://127.0.0.1:{port}") };
        using var handler = new SocketsHttpHandler();

        var connection = new ArmConnection(target, new StaticTokenCredential("t"), handler, TestTarget.Immediate);
        var answer = await connection.SendAsync(Get(connection), CancellationToken.None);

        Assert.Equal(Expected(ArmFailureKind.Unreachable, null, null, "Connection refused"), answer.Failure);
    }

    [Fact]
    public async Task Credential_that_is_not_available_is_not_signed_in()
    {
        var failure = await FailureAsync(new ScriptedArm(), new SignedOutCredential());

        Assert.Equal(Expected(ArmFailureKind.NotSignedIn, null, null, "Please run 'az login'."), failure);
    }

    [Theory]
    [InlineData(400, "InvalidPolicyRule", ArmFailureKind.Rejected)]
    [InlineData(401, "AuthenticationFailed", ArmFailureKind.NotSignedIn)]
    [InlineData(403, "AuthorizationFailed", ArmFailureKind.NotAuthorized)]
    [InlineData(404, "SubscriptionNotFound", ArmFailureKind.NotFound)]
    [InlineData(409, "AnotherOperationInProgress", ArmFailureKind.Conflict)]
    [InlineData(429, "TooManyRequests", ArmFailureKind.Throttled)]
    [InlineData(500, "InternalServerError", ArmFailureKind.ServiceFailed)]
    public async Task Error_answer_is_a_failure_of_its_kind(int status, string code, ArmFailureKind kind)
    {
        var body = $$$"""{"error":{"code":"{{{code}}}","message":"Because."}}""";
        var arm = new ScriptedArm().Answer($"GET {Path}", status, body, ("x-ms-correlation-request-id", "c-1"));

        Assert.Equal(Expected(kind, status, code, "Because.", "c-1"), await FailureAsync(arm));
    }

    [Fact]
    public async Task Policy_denial_names_the_assignments()
    {
        const string body = """
            {"error":{"code":"RequestDisallowedByPolicy","target":"a","message":"Resource 'a' was disallowed by policy.","additionalInfo":[
            {"type":"PolicyViolation","info":{"policyAssignmentId":"/x/policyAssignments/1","policyAssignmentDisplayName":"No definitions"}},
            {"type":"PolicyViolation","info":{"policyAssignmentId":"/x/policyAssignments/2"}}]}}
            """;
        var arm = new ScriptedArm().Answer($"GET {Path}", 403, body);

        var expected = Expected(ArmFailureKind.DeniedByPolicy, 403, "RequestDisallowedByPolicy", "Resource 'a' was disallowed by policy.") with
        {
            DeniedBy = ["No definitions", "/x/policyAssignments/2"],
        };
        Assert.Equal(expected, await FailureAsync(arm));
    }

    [Fact]
    public async Task Answer_that_is_not_json_is_unexpected()
    {
        var arm = new ScriptedArm().Answer($"GET {Path}", 200, "<html>");

        Assert.Equal(Expected(ArmFailureKind.UnexpectedAnswer, 200, null, "the body is not JSON"), await FailureAsync(arm));
    }

    [Fact]
    public async Task Error_that_is_not_json_keeps_its_status()
    {
        var arm = new ScriptedArm().Answer($"GET {Path}", 502, "<html>");

        Assert.Equal(Expected(ArmFailureKind.ServiceFailed, 502, null, "Bad Gateway"), await FailureAsync(arm));
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        var arm = new ScriptedArm().Answer($"GET {Path}", 307, "", ("Location", "https://elsewhere.example/"));

        Assert.Equal(Expected(ArmFailureKind.UnexpectedAnswer, 307, null, "Temporary Redirect"), await FailureAsync(arm));
        Assert.Equal([$"GET {Path}"], arm.Calls);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Busy_service_is_asked_again(int status)
    {
        var arm = new ScriptedArm().Answer($"GET {Path}", status, "", ("Retry-After", "0")).Answer($"GET {Path}", 200, "{}");

        Assert.Null(await FailureAsync(arm));
        Assert.Equal([$"GET {Path}", $"GET {Path}"], arm.Calls);
    }

    [Fact]
    public async Task Own_cancellation_is_not_a_failure()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var connection = TestTarget.Connect(new ScriptedArm());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.SendAsync(Get(connection), source.Token));
    }

    [Theory]
    [InlineData("https://localhost:8443/next?page=2", "https://localhost:8443/next?page=2")]
    [InlineData("https://LOCALHOST:8443/next", "https://localhost:8443/next")]
    [InlineData("/next", "https://localhost:8443/next")]
    [InlineData("https://localhost:8444/next", null)]
    [InlineData("http://localhost:8443/next", null)]
    [InlineData("https://localhost.elsewhere.example:8443/next", null)]
    [InlineData("//elsewhere.example/next", null)]
    public void Link_of_the_service_is_followed_on_its_own_host_only(string link, string? expected) =>
        Assert.Equal(expected, TestTarget.Connect(new ScriptedArm()).Follow(link)?.ToString());

    private sealed class SignedOutCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("Please run 'az login'.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("Please run 'az login'.");
    }
}
