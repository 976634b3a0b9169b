using Plumbline.Arm;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Arm;

public sealed class ArmFailureDiagnosticsTests
{
    private static Diagnostic Tell(ArmFailureKind kind, int? status = null, string? code = null, string message = "why", string? correlation = null) =>
        new ArmFailure(kind, "PUT", "/subscriptions/s/x", status, code, message, correlation, ["Locked down", "Other"]).ToDiagnostic(TestTarget.At);

    [Fact]
    public void Missing_permission_tells_call_answer_role_and_correlation()
    {
        var told = Tell(ArmFailureKind.NotAuthorized, 403, "AuthorizationFailed", "The client 'x' does not have authorization.", "c-1");

        var expected = new Diagnostic(
            "PLB4003",
            DiagnosticSeverity.Error,
            TestTarget.At,
            "not allowed to 'PUT /subscriptions/s/x': 403 AuthorizationFailed: The client 'x' does not have authorization.",
            "have the role 'Resource Policy Contributor' assigned at the scope (correlation id c-1)");
        Assert.Equal(expected, told);
    }

    [Theory]
    [InlineData(ArmFailureKind.Unreachable, "PLB4001", "'PUT /subscriptions/s/x' got no answer: why")]
    [InlineData(ArmFailureKind.NotSignedIn, "PLB4002", "not signed in for 'PUT /subscriptions/s/x': why")]
    [InlineData(ArmFailureKind.NotAuthorized, "PLB4003", "not allowed to 'PUT /subscriptions/s/x': why")]
    [InlineData(ArmFailureKind.DeniedByPolicy, "PLB4004", "'PUT /subscriptions/s/x' was denied by the policy assignment 'Locked down', 'Other': why")]
    [InlineData(ArmFailureKind.NotFound, "PLB4005", "'PUT /subscriptions/s/x' found nothing: why")]
    [InlineData(ArmFailureKind.Conflict, "PLB4006", "'PUT /subscriptions/s/x' is in conflict with another change: why")]
    [InlineData(ArmFailureKind.Throttled, "PLB4007", "'PUT /subscriptions/s/x' was refused for too many requests, also after waiting as told: why")]
    [InlineData(ArmFailureKind.Rejected, "PLB4008", "'PUT /subscriptions/s/x' was rejected: why")]
    [InlineData(ArmFailureKind.ServiceFailed, "PLB4009", "the service failed at 'PUT /subscriptions/s/x', also when asked again: why")]
    [InlineData(ArmFailureKind.UnexpectedAnswer, "PLB4010", "the answer to 'PUT /subscriptions/s/x' is not what ARM gives: why")]
    [InlineData(ArmFailureKind.NotConfirmed, "PLB4011", "'/subscriptions/s/x' was written, but reading it back shows other values at why")]
    [InlineData(ArmFailureKind.Interrupted, "PLB4012", "cancelled while 'PUT /subscriptions/s/x' was under way; whether it took effect is not known")]
    public void Kind_decides_code_and_sentence(ArmFailureKind kind, string code, string message)
    {
        var told = Tell(kind);

        Assert.Equal((code, message), (told.Code, told.Message));
    }

    [Fact]
    public void Long_answer_of_many_lines_becomes_one_line_of_300_characters()
    {
        var told = Tell(ArmFailureKind.Rejected, 400, "Invalid", "first\r\n\tsecond " + new string('x', 400));

        Assert.Equal("'PUT /subscriptions/s/x' was rejected: 400 Invalid: first second " + new string('x', 300 - 65 - 3) + "...", told.Message);
    }
}
