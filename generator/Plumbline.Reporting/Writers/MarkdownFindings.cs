namespace Plumbline.Reporting.Writers;

/// <summary>What needs work, in Markdown: a section a control, worst first, a table a policy.</summary>
internal static class MarkdownFindings
{
    private const string ResourceColumns = "| Resource | State | Property | Is | Must be |\n|---|---|---|---|---|\n";

    public static void Write(MarkdownDocument document, ComplianceReport report)
    {
        foreach (var control in report.Controls.Where(HasFindings).OrderBy(control => control.Status)) WriteControl(document, control);
        if (report.OtherPolicies.Length == 0) return;
        document.TryAppend("## Other policies\n\nThe assignment has states for these, but the baseline does not list them.\n\n");
        foreach (var policy in report.OtherPolicies) WritePolicy(document, policy);
    }

    private static bool HasFindings(ControlResult control) => control.Features.Any(feature => feature.Policies.Any(policy => policy.Findings.Length > 0));

    private static void WriteControl(MarkdownDocument document, ControlResult control)
    {
        document.TryAppend($"## {MarkdownText.Text(control.Control.Id)} {MarkdownText.Text(control.Control.Title)}: {MarkdownReportWriter.Status(control.Status)}\n\n");
        foreach (var policy in control.Features.SelectMany(feature => feature.Policies).Where(policy => policy.Findings.Length > 0)) WritePolicy(document, policy);
    }

    private static void WritePolicy(MarkdownDocument document, PolicyResult result)
    {
        var policy = result.Policy;
        var kind = policy.IsCompensating ? ", compensating: not part of the control's numbers" : "";
        var heading = ReportHeadline.Invariant(
            $"### {MarkdownText.Text(policy.DisplayName)}\n\n{MarkdownText.Code(policy.ReferenceId)}, {policy.Severity} severity, {MarkdownText.Text(result.Effect ?? "effect not known")}{kind}. {result.Resources.NonCompliant} non-compliant, {result.Resources.Compliant} compliant of {ReportHeadline.Counted(result.Resources.Total, "resource")}.\n\n");
        var remediation = policy.Remediation.Length == 0 ? "" : $"Fix: {MarkdownText.Text(policy.Remediation)}\n\n";
        document.AppendTable(heading + remediation + ResourceColumns, result.Findings.SelectMany(Rows));
    }

    private static IEnumerable<string> Rows(ResourceResult finding)
    {
        var start = $"| {MarkdownText.Code(finding.ResourceId)} | {State(finding)} |";
        return finding.Reasons.Length == 0
            ? [$"{start} | | |"]
            : finding.Reasons.Select(reason => $"{start} {MarkdownText.Code(reason.Path)} | {MarkdownText.Code(reason.Actual)} | {MarkdownText.Code(reason.Expected)} |");
    }

    private static string State(ResourceResult finding) => finding.State == ComplianceState.Other
        ? $"Other: {MarkdownText.Text(finding.StateText)}"
        : ComplianceStates.Label(finding.State);
}
