using Plumbline.Cli;
using Plumbline.Cli.Applying;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Cli.Applying;

public sealed class ApplyExitCodeTests
{
    private static readonly PlanOperation Operation = new("a", PlanLane.Policy, 1, ArmObjectKind.PolicyDefinition, "/a", PlanAction.Create, new([]), null);

    private static ApplyFailure Failure(ApplyFailureKind kind) => new(kind, "PUT /a", null, null, "no", null, DiagnosticCatalog.ApplyInterrupted(new("f"), "PUT /a"));

    [Theory]
    [InlineData(ApplyOutcome.Complete, 0)]
    [InlineData(ApplyOutcome.AlreadyComplete, 0)]
    [InlineData(ApplyOutcome.Refused, 2)]
    [InlineData(ApplyOutcome.Stale, 4)]
    [InlineData(ApplyOutcome.Partial, 7)]
    [InlineData(ApplyOutcome.Interrupted, 130)]
    public void Outcome_decides(ApplyOutcome outcome, int expected) => Assert.Equal(expected, (int)ApplyExitCode.Of(new(outcome, "p")));

    [Theory]
    [InlineData(ApplyFailureKind.NotSignedIn, 6)]
    [InlineData(ApplyFailureKind.NotAuthorized, 6)]
    [InlineData(ApplyFailureKind.Denied, 7)]
    [InlineData(ApplyFailureKind.Unreachable, 7)]
    public void Failure_of_a_read_decides_by_its_kind(ApplyFailureKind kind, int expected) =>
        Assert.Equal(expected, (int)ApplyExitCode.Of(new(ApplyOutcome.Partial, "p") { Failures = [Failure(kind)] }));

    [Fact]
    public void Run_that_did_something_is_a_partial_apply_first()
    {
        var failed = new ApplyResult(ApplyOutcome.Partial, "p") { Failed = [new(Operation, Failure(ApplyFailureKind.NotAuthorized))] };

        Assert.Equal(ExitCode.Unauthorized, ApplyExitCode.Of(failed));
        Assert.Equal(ExitCode.RemoteFailure, ApplyExitCode.Of(failed with { Done = [new(Operation, "/b", null, IsEarlier: false)] }));
    }
}
