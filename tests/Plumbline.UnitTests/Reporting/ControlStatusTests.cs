using System.Collections.Immutable;
using Plumbline.Reporting;
using static Plumbline.UnitTests.Reporting.ReportSample;

namespace Plumbline.UnitTests.Reporting;

public sealed class ControlStatusTests
{
    [Theory]
    [InlineData("Compliant,NonCompliant,Error", ControlStatus.Fail)]
    [InlineData("Compliant,Error,Unknown", ControlStatus.Error)]
    [InlineData("Compliant,Conflicting", ControlStatus.Error)]
    [InlineData("Compliant,Unknown,Exempt", ControlStatus.Unknown)]
    [InlineData("Compliant,NotStarted", ControlStatus.Unknown)]
    [InlineData("Compliant,Deferred", ControlStatus.Unknown)]
    [InlineData("Unknown", ControlStatus.Unknown)]
    [InlineData("Compliant,Exempt", ControlStatus.PassWithExemptions)]
    [InlineData("Exempt", ControlStatus.PassWithExemptions)]
    [InlineData("Compliant,Protected", ControlStatus.Pass)]
    [InlineData("Compliant", ControlStatus.Pass)]
    public void Control_takes_the_worst_of_its_states(string states, ControlStatus status) =>
        Assert.Equal(status, StatusOf(Control("NS-1", PolicyOf("p")), [.. states.Split(',').Select((state, i) => Row("p", $"app{i}", state))]));

    [Fact]
    public void Control_with_an_error_is_not_a_pass_although_compliant_outranks_it_on_the_resource()
    {
        var control = Build([Control("NS-1", PolicyOf("p"), PolicyOf("q"))], Row("p", "app", "Error"), Row("q", "app", "Compliant")).Controls[0];
        Assert.Equal(ControlStatus.Error, control.Status);
        Assert.Equal(new(0, 1, 0, 0, 0, 0, 0, 0, 0), control.Resources);
        Assert.Equal(new(0, 1, 1, 0, 0, 0, 0, 0, 0), control.States);
    }

    [Fact]
    public void Control_without_any_state_is_not_evaluated() =>
        Assert.Equal(ControlStatus.NotEvaluated, StatusOf(Control("NS-1", PolicyOf("p"))));

    [Fact]
    public void Control_with_a_state_for_only_some_policies_is_partly_evaluated() =>
        Assert.Equal(ControlStatus.PartlyEvaluated, StatusOf(Control("NS-1", PolicyOf("p"), PolicyOf("q")), Row("p", "app", "Compliant")));

    [Fact]
    public void Control_with_a_failing_policy_fails_although_another_is_not_evaluated() =>
        Assert.Equal(ControlStatus.Fail, StatusOf(Control("NS-1", PolicyOf("p"), PolicyOf("q")), Row("p", "app", "NonCompliant")));

    [Fact]
    public void Control_whose_policies_stay_out_of_the_initiative_is_not_assigned() =>
        Assert.Equal(ControlStatus.NotAssigned, StatusOf(Control("NS-1", PolicyOf("p") with { IsAssigned = false })));

    [Fact]
    public void Control_passes_when_the_policy_without_states_is_not_in_the_initiative() =>
        Assert.Equal(ControlStatus.Pass, StatusOf(Control("NS-1", PolicyOf("p"), PolicyOf("q") with { IsAssigned = false }), Row("p", "app", "Compliant")));

    [Theory]
    [InlineData("Compliant", ControlStatus.Attested)]
    [InlineData("Compliant,Unknown", ControlStatus.Unattested)]
    [InlineData("Compliant,NonCompliant", ControlStatus.Fail)]
    [InlineData("", ControlStatus.NotEvaluated)]
    public void Attestation_is_attested_only_for_every_resource(string states, ControlStatus status) => Assert.Equal(
        status,
        StatusOf(
            Control("IR-1", FeatureOutcome.Attestation, PolicyOf("p") with { Effect = "Manual" }),
            [.. states.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((state, i) => Row("p", $"app{i}", state))]));

    [Theory]
    [InlineData(FeatureOutcome.Platform, ControlStatus.Platform)]
    [InlineData(FeatureOutcome.NotSupported, ControlStatus.NotSupported)]
    public void Control_without_policies_says_why(FeatureOutcome outcome, ControlStatus status) => Assert.Equal(status, StatusOf(Control("DP-4", outcome)));

    [Fact]
    public void Compensating_policy_decides_nothing()
    {
        var report = Build([Control("PA-7", FeatureOutcome.NotSupported, PolicyOf("p") with { IsCompensating = true })], Row("p", "app", "NonCompliant"));
        var control = report.Controls[0];
        Assert.Equal(ControlStatus.NotSupported, control.Status);
        Assert.Equal(0, control.Resources.Total);
        Assert.Equal("n/a", control.Resources.Azure.ToString());
        Assert.Equal("0.0 % (0/1)", report.Coverage.ToString());
        Assert.Equal(1, Assert.Single(control.Features[0].Policies).Resources.NonCompliant);
    }

    [Fact]
    public void Control_of_several_features_is_partly_evaluated_when_one_of_them_is_not()
    {
        ControlOutline control = new("IM-1", "Title", "Domain", [Feature(FeatureOutcome.Policies, PolicyOf("p")), Feature(FeatureOutcome.Policies, PolicyOf("q")), Feature(FeatureOutcome.NotSupported)]);
        Assert.Equal(ControlStatus.PartlyEvaluated, StatusOf(control, Row("p", "app", "Compliant")));
    }

    private static ControlStatus StatusOf(ControlOutline control, params ImmutableArray<ComplianceRow> rows) => Build([control], rows).Controls[0].Status;
}
