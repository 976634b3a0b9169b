using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>Joins an outline with rows.</summary>
internal sealed class ReportBuilder(BaselineOutline baseline, ImmutableArray<ComplianceRow> rows, RunInformation run)
{
    private static readonly ImmutableArray<string> Severities = ["high", "medium", "low"];
    private readonly StateIndex index = new(rows);

    public ComplianceReport Build()
    {
        ImmutableArray<ControlResult> controls = [.. baseline.Controls.Select(Control)];
        ImmutableArray<PolicyResult> others = [.. OtherOutlines().Select(Policy)];
        return new(
            baseline,
            run,
            controls,
            [.. baseline.NotApplicable.Select(Feature)],
            others,
            index.RollUp(index.ReferenceIds),
            index.Pairs(index.ReferenceIds),
            CoverageOf(controls),
            Freshness.Of(rows),
            ReportFindings.Of(run, rows, controls, others));
    }

    private ControlResult Control(ControlOutline control)
    {
        ImmutableArray<FeatureResult> features = [.. control.Features.Select(Feature)];
        ImmutableArray<PolicyOutline> counting = [.. control.Features.SelectMany(Counting)];
        return new(
            control,
            StatusRules.OfControl([.. features.Select(feature => feature.Status)]),
            Severities.FirstOrDefault(severity => counting.Any(policy => policy.IsAssigned && policy.Severity == severity)),
            control.Features.Any(IsCustomers),
            index.RollUp(counting.Select(policy => policy.ReferenceId)),
            index.Pairs(counting.Select(policy => policy.ReferenceId)),
            features);
    }

    private FeatureResult Feature(FeatureOutline feature)
    {
        ImmutableArray<PolicyResult> policies = [.. feature.Policies.Select(Policy)];
        var pairs = index.Pairs(Counting(feature).Select(policy => policy.ReferenceId));
        var status = StatusRules.OfFeature(feature.Outcome, [.. policies.Where(policy => !policy.Policy.IsCompensating)], pairs);
        return new(feature, status, policies);
    }

    private PolicyResult Policy(PolicyOutline policy)
    {
        var results = index.Results(policy.ReferenceId);
        var evaluation = results.Length > 0 ? PolicyEvaluation.Evaluated
            : policy.IsAssigned ? PolicyEvaluation.NotEvaluated : PolicyEvaluation.NotAssigned;
        var effects = string.Join(", ", results.Select(result => result.Effect).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal));
        return new(
            policy,
            evaluation,
            effects.Length > 0 ? effects : policy.Effect,
            StateCounts.Of(results.Select(result => result.State)),
            [.. results.Where(result => result.State != ComplianceState.Compliant)]);
    }

    private IEnumerable<PolicyOutline> OtherOutlines()
    {
        var known = baseline.Controls.SelectMany(control => control.Features).Concat(baseline.NotApplicable)
            .SelectMany(feature => feature.Policies)
            .Select(policy => policy.ReferenceId)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return rows.Where(row => !known.Contains(row.ReferenceId))
            .GroupBy(row => row.ReferenceId, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.OrderBy(row => row.ReferenceId, StringComparer.Ordinal).ThenBy(row => row.PolicyDefinitionId, StringComparer.Ordinal).First())
            .OrderBy(row => row.ReferenceId, StringComparer.OrdinalIgnoreCase)
            .Select(Unlisted);
    }

    private static PolicyOutline Unlisted(ComplianceRow row) => new(
        row.ReferenceId,
        row.PolicyDefinitionId[(row.PolicyDefinitionId.LastIndexOf('/') + 1)..],
        row.ReferenceId,
        "unrated",
        row.Effect,
        IsBuiltIn: row.PolicyDefinitionId.StartsWith("/providers/Microsoft.Authorization/", StringComparison.OrdinalIgnoreCase),
        IsCompensating: false,
        IsAssigned: true,
        Remediation: "");

    private static IEnumerable<PolicyOutline> Counting(FeatureOutline feature) => feature.Policies.Where(policy => !policy.IsCompensating);

    // "Applicable" (published once, for a feature the customer configures) is not "Not Applicable".
    private static bool IsCustomers(FeatureOutline feature) =>
        !feature.Responsibility.Equals("Microsoft", StringComparison.OrdinalIgnoreCase)
        && !feature.Responsibility.Equals("Not Applicable", StringComparison.OrdinalIgnoreCase);

    private static Percentage CoverageOf(IEnumerable<ControlResult> controls)
    {
        var customers = controls.Where(control => control.IsCustomerControl).ToList();
        return new(customers.Count(control => control.HasLiveCheck), customers.Count);
    }
}
