using System.Collections.Immutable;
using Plumbline.Reporting;
using static Plumbline.UnitTests.Reporting.ReportSample;

namespace Plumbline.UnitTests.Reporting;

public sealed class ComplianceReportTests
{
    [Fact]
    public void Report_computes_both_percentages_over_distinct_resources()
    {
        var report = Build(
            [Control("NS-1", PolicyOf("p"))],
            [
                .. Rows("p", 70, "Compliant"), .. Rows("p", 10, "Exempt"), .. Rows("p", 5, "Unknown"),
                .. Rows("p", 10, "NonCompliant"), .. Rows("p", 2, "Conflict"), .. Rows("p", 3, "Error"),
            ]);
        Assert.Equal("85.0 % (85/100)", report.Resources.Azure.ToString());
        Assert.Equal("82.4 % (70/85)", report.Controls[0].Resources.Strict.ToString());
    }

    [Fact]
    public void Report_without_rows_has_no_percentage()
    {
        var headline = Build([Control("NS-1", PolicyOf("p"))]).Headline;
        Assert.Equal("n/a", headline.Azure);
        Assert.Equal("n/a", headline.Strict);
        Assert.Equal("0 of 1 control fails; Azure Policy has no state for any resource.", headline.Verdict);
    }

    [Fact]
    public void Unknown_states_alone_are_wholly_good_for_azure_and_nothing_for_the_strict_percentage()
    {
        var resources = Build([Control("NS-1", PolicyOf("p"))], [.. Rows("p", 3, "Unknown")]).Resources;
        Assert.Equal("100.0 % (3/3)", resources.Azure.ToString());
        Assert.Equal("n/a", resources.Strict.ToString());
    }

    [Fact]
    public void Conflict_in_three_spellings_is_one_state()
    {
        var policy = Build([Control("NS-1", PolicyOf("p"))], Row("p", "a", "conflict"), Row("p", "b", "Conflict"), Row("p", "c", "Conflicting")).Controls[0].Features[0].Policies[0];
        Assert.Equal(new(0, 0, 0, 3, 0, 0, 0, 0, 0), policy.Resources);
    }

    [Fact]
    public void Rows_that_differ_in_case_alone_are_one_resource_with_the_union_of_their_reasons()
    {
        ComplianceReason first = new("a", "Equals", "1", "2", "");
        ComplianceReason second = new("b", "Equals", "3", "4", "");
        var lower = Row("p", "app", "NonCompliant", second, first);
        var upper = Row("P", "app", "noncompliant", first) with { ResourceId = lower.ResourceId.ToUpperInvariant(), EvaluatedAt = Noon.AddHours(-1) };
        var finding = Assert.Single(Build([Control("NS-1", PolicyOf("p"))], lower, upper).Controls[0].Features[0].Policies[0].Findings);
        Assert.Equal(Noon, finding.EvaluatedAt);
        Assert.Equal([first, second], finding.Reasons.AsEnumerable());
    }

    [Fact]
    public void Resource_under_several_policies_takes_its_strongest_state()
    {
        var report = Build([Control("NS-1", PolicyOf("p"), PolicyOf("q"))], Row("p", "app", "Exempt"), Row("q", "APP", "Compliant"));
        Assert.Equal(new(0, 1, 0, 0, 0, 0, 0, 0, 0), report.Resources);
        Assert.Equal(new(0, 1, 0, 0, 0, 1, 0, 0, 0), report.States);
    }

    [Fact]
    public void Row_of_a_policy_the_baseline_does_not_know_is_kept_and_reported()
    {
        var report = Build([Control("NS-1", PolicyOf("p"))], Row("p", "app", "Compliant"), Row("retired", "app", "NonCompliant"));
        var other = Assert.Single(report.OtherPolicies);
        Assert.Equal(("retired", "aca-retired", 1), (other.Policy.ReferenceId, other.Policy.DefinitionName, other.Resources.NonCompliant));
        Assert.Equal(1, report.Resources.NonCompliant);
        Assert.Equal(0, report.Controls[0].Resources.NonCompliant);
        Assert.Equal(["PLB5502"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("Deferred")]
    [InlineData("other:Deferred")]
    public void Unknown_word_is_counted_as_other_and_reported(string state)
    {
        var report = Build([Control("NS-1", PolicyOf("p"))], Row("p", "app", state));
        Assert.Equal(1, report.Resources.Other);
        Assert.Equal("Deferred", report.Controls[0].Features[0].Policies[0].Findings[0].StateText);
        Assert.Equal(
            ["compliance state 'Deferred' is not known (1 row); it is counted as other, and a control that has it cannot pass"],
            report.Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public void Expected_policy_without_rows_is_not_evaluated_and_reported()
    {
        var report = Build([Control("NS-1", PolicyOf("p") with { Effect = "Disabled" })]);
        Assert.Equal(PolicyEvaluation.NotEvaluated, report.Controls[0].Features[0].Policies[0].Evaluation);
        Assert.Equal(["PLB5504"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void States_that_were_not_read_make_the_report_incomplete()
    {
        var report = ComplianceReport.Build(new("Service", "Benchmark", [], [], []), [], Run with { StatesRead = 1000, StatesExpected = 1001 });
        Assert.False(report.IsComplete);
        Assert.Equal("1,000 of 1,001 policy states were read: the numbers are incomplete.", report.Headline.Completeness);
        Assert.Equal(["PLB5501"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void States_older_than_36_hours_are_reported()
    {
        ImmutableArray<ComplianceRow> rows = [Row("p", "new", "Compliant") with { EvaluatedAt = Noon.AddHours(-36) }, Row("p", "old", "Compliant") with { EvaluatedAt = Noon.AddHours(-37) }];
        var report = Build([Control("NS-1", PolicyOf("p"))], rows);
        Assert.Equal(["1 policy state older than 36 hours; resources may have changed since"], report.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.Equal(new(Noon.AddHours(-37), Noon.AddHours(-36), Noon.AddHours(-36)), report.Freshness);
    }

    [Fact]
    public void Coverage_counts_customer_controls_with_a_live_check()
    {
        ControlOutline microsofts = new("DP-4", "Title", "Domain", [Feature(FeatureOutcome.Platform) with { Responsibility = "Microsoft" }]);
        ControlOutline nobodys = new("BR-1", "Title", "Domain", [Feature(FeatureOutcome.NotSupported) with { Responsibility = "Not Applicable" }]);
        var report = Build([Control("NS-1", PolicyOf("p")), Control("NS-2", PolicyOf("q")), microsofts, nobodys], Row("p", "app", "NonCompliant"));
        Assert.Equal("50.0 % (1/2)", report.Coverage.ToString());
        Assert.Equal("1 of 2 customer controls has a live check", report.Headline.Coverage);
    }

    [Fact]
    public void Findings_are_worst_first_and_leave_out_what_is_compliant()
    {
        var findings = Build([Control("NS-1", PolicyOf("p"))], Row("p", "a", "Compliant"), Row("p", "b", "Exempt"), Row("p", "c", "Error"), Row("p", "e", "NonCompliant"), Row("p", "d", "NonCompliant"))
            .Controls[0].Features[0].Policies[0].Findings;
        Assert.Equal(["d", "e", "c", "b"], findings.Select(finding => finding.Name));
    }

    [Fact]
    public void Effect_in_force_wins_over_the_default_of_the_outline()
    {
        var policy = Build([Control("NS-1", PolicyOf("p"))], Row("p", "a", "Compliant") with { Effect = "Deny" }, Row("p", "b", "Compliant")).Controls[0].Features[0].Policies[0];
        Assert.Equal("Audit, Deny", policy.Effect);
    }
}
