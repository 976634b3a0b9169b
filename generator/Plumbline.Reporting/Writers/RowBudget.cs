namespace Plumbline.Reporting.Writers;

/// <summary>Which findings a report shows when it cannot show all: the worst of the whole report, not the first of each policy.</summary>
internal sealed class RowBudget
{
    private readonly Dictionary<PolicyResult, int> shown = new(ReferenceEqualityComparer.Instance);

    /// <param name="maximumRows">The most table rows; a finding takes a row per reason, at least one.</param>
    public RowBudget(ComplianceReport report, int maximumRows)
    {
        // INVARIANT: findings of a policy are worst first and the sort is stable, so what is shown of a policy is always a prefix of its findings.
        var worstFirst = Policies(report)
            .SelectMany(policy => policy.Findings.Select(finding => (Policy: policy, Finding: finding)))
            .OrderBy(item => ComplianceStates.Attention(item.Finding.State))
            .ThenBy(item => item.Policy.Policy.IsCompensating)
            .ThenBy(item => SeverityOrder(item.Policy.Policy.Severity));
        var rows = 0;
        foreach (var (policy, finding) in worstFirst)
        {
            Total++;
            rows += Math.Max(1, finding.Reasons.Length);
            if (rows > maximumRows) continue;
            shown[policy] = Shown(policy) + 1;
            TotalShown++;
        }
    }

    /// <summary>All findings of the report.</summary>
    public int Total { get; }

    /// <summary>The findings that are shown.</summary>
    public int TotalShown { get; }

    /// <summary>How many findings of a policy are shown.</summary>
    public int Shown(PolicyResult policy) => shown.GetValueOrDefault(policy);

    private static IEnumerable<PolicyResult> Policies(ComplianceReport report) =>
        report.Controls.SelectMany(control => control.Features).Concat(report.NotApplicable)
            .SelectMany(feature => feature.Policies)
            .Concat(report.OtherPolicies);

    private static int SeverityOrder(string severity) => severity switch { "high" => 0, "medium" => 1, "low" => 2, _ => 3 };
}
