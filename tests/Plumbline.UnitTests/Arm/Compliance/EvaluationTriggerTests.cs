using Plumbline.Arm;
using Plumbline.Arm.Compliance;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Arm.Compliance;

public sealed class EvaluationTriggerTests
{
    private const string Trigger = "POST " + TestTarget.Subscription + PolicyStates.Insights + "triggerEvaluation";

    private static readonly (string Name, string Value) Location = ("Location", "https://localhost:8443/operations/1?api-version=2024-10-01");

    private static Task<ArmOutcome<EvaluationRun>> RunAsync(ScriptedArm arm, int minutes = 10, string? scope = null) =>
        new ComplianceReader(TestTarget.Connect(arm), scope is null ? TestTarget.AssignmentId : $"{scope}/providers/Microsoft.Authorization/policyAssignments/baseline").TriggerEvaluationAsync(TestTarget.At, TimeSpan.FromMinutes(minutes), CancellationToken.None);

    [Theory]
    [InlineData("""{"status":"Succeeded"}""")]
    [InlineData("")]
    public async Task Evaluation_is_polled_until_it_ends(string last)
    {
        var arm = new ScriptedArm().Answer(Trigger, 202, "", Location, ("Retry-After", "0"))
            .Answer("GET /operations/1", 202).Answer("GET /operations/1", 202, "", Location).Answer("GET /operations/1", 200, last);

        var outcome = await RunAsync(arm);

        Assert.Equal(new EvaluationRun(EvaluationRunState.Completed), outcome.Value);
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal([Trigger, "GET /operations/1", "GET /operations/1", "GET /operations/1"], arm.Calls);
    }

    [Fact]
    public async Task Evaluation_that_takes_too_long_is_left_running_with_a_warning()
    {
        var arm = new ScriptedArm().Answer(Trigger, 202, "", Location).Answer("GET /operations/1", 202, "", ("Retry-After", "601"));

        var outcome = await RunAsync(arm);

        Assert.Equal(new EvaluationRun(EvaluationRunState.StillRunning), outcome.Value);
        Assert.Equal([DiagnosticCatalog.EvaluationStillRunning(TestTarget.At, 10)], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Evaluation_that_fails_is_a_warning()
    {
        var arm = new ScriptedArm().Answer(Trigger, 202, "", Location).Answer("GET /operations/1", 200, """{"status":"Canceled"}""");

        var outcome = await RunAsync(arm);

        Assert.Equal(new EvaluationRun(EvaluationRunState.Failed), outcome.Value);
        Assert.Equal([DiagnosticCatalog.EvaluationFailed(TestTarget.At, "Canceled")], outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Management_group_has_no_evaluation_on_demand()
    {
        const string scope = "/providers/Microsoft.Management/managementGroups/m";

        var outcome = await RunAsync(new ScriptedArm(), scope: scope);

        Assert.Equal(new EvaluationRun(EvaluationRunState.NotPossible), outcome.Value);
        Assert.Equal([DiagnosticCatalog.EvaluationNotPossible(TestTarget.At, scope)], outcome.Diagnostics.AsEnumerable());
    }

    [Theory]
    [InlineData("https://elsewhere.example/operations/1")]
    [InlineData(null)]
    public async Task Operation_on_another_host_is_not_followed(string? location)
    {
        var arm = location is null ? new ScriptedArm().Answer(Trigger, 202) : new ScriptedArm().Answer(Trigger, 202, "", ("Location", location));

        var outcome = await RunAsync(arm);

        Assert.Equal(new ArmFailure(ArmFailureKind.UnexpectedAnswer, "POST", TestTarget.Subscription, 202, null, "202 without a Location of this host", null, []), outcome.Failure);
    }

    [Fact]
    public async Task Refused_trigger_is_a_failure()
    {
        var arm = new ScriptedArm().Answer(Trigger, 403, """{"error":{"code":"AuthorizationFailed","message":"No."}}""");

        var outcome = await RunAsync(arm);

        Assert.Equal(new ArmFailure(ArmFailureKind.NotAuthorized, "POST", Trigger["POST ".Length..], 403, "AuthorizationFailed", "No.", null, []), outcome.Failure);
    }
}
