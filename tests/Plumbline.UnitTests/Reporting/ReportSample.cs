using System.Collections.Immutable;
using Plumbline.Reporting;

namespace Plumbline.UnitTests.Reporting;

/// <summary>Short ways to say the parts of a report a test is about.</summary>
internal static class ReportSample
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static RunInformation Run { get; } = new("test", "/subscriptions/s", "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a", "Plumbline 0.1.0", Noon, 0, 0);

    public static ComplianceReport Build(ImmutableArray<ControlOutline> controls, params ImmutableArray<ComplianceRow> rows) =>
        ComplianceReport.Build(new("Service", "Benchmark 1.0", [], controls, []), rows, Run with { StatesRead = rows.Length, StatesExpected = rows.Length });

    /// <summary>A control with one feature that the given policies check.</summary>
    public static ControlOutline Control(string id, params ImmutableArray<PolicyOutline> policies) => new(id, $"Title of {id}", "Domain", [Feature(FeatureOutcome.Policies, policies)]);

    public static ControlOutline Control(string id, FeatureOutcome outcome, params ImmutableArray<PolicyOutline> policies) => new(id, $"Title of {id}", "Domain", [Feature(outcome, policies)]);

    public static FeatureOutline Feature(FeatureOutcome outcome, params ImmutableArray<PolicyOutline> policies) => new(
        "feature", "Feature", "Description.", "True", "False", "Customer", null, "Guidance.", null, null, "page", outcome,
        outcome == FeatureOutcome.Policies ? null : "Because.", policies);

    public static PolicyOutline PolicyOf(string referenceId) =>
        new(referenceId, $"aca-{referenceId}", $"Policy {referenceId}", "high", "Audit", IsBuiltIn: false, IsCompensating: false, IsAssigned: true, "Fix it.");

    public static ComplianceRow Row(string referenceId, string resource, string state, params ImmutableArray<ComplianceReason> reasons) => new(
        $"/subscriptions/s/resourceGroups/g/providers/Microsoft.App/containerApps/{resource}", "Microsoft.App/containerApps", referenceId,
        $"/subscriptions/s/providers/Microsoft.Authorization/policyDefinitions/aca-{referenceId}", "Audit", state, Noon, reasons);

    /// <summary>Rows for <paramref name="count"/> distinct resources in one state.</summary>
    public static IEnumerable<ComplianceRow> Rows(string referenceId, int count, string state) =>
        Enumerable.Range(1, count).Select(i => Row(referenceId, $"{state}-{i}", state));
}
