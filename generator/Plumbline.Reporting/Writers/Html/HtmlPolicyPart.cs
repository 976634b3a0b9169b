namespace Plumbline.Reporting.Writers.Html;

/// <summary>A policy: what it is, how its resources stand, how to fix them.</summary>
internal static class HtmlPolicyPart
{
    public static void Write(HtmlBuilder html, PolicyResult result, HtmlContext context)
    {
        var policy = result.Policy;
        using (html.Element("div", ("class", policy.IsCompensating ? "policy helper" : "policy")))
        {
            using (html.Element("div", ("class", "policy-head")))
            {
                html.Leaf("h4", policy.DisplayName, ("class", "policy-name"));
                WriteTags(html, result);
            }

            html.Leaf("p", Standing(result), ("class", "standing"));
            if (policy.Remediation.Length > 0 && result.Findings.Length > 0) WriteRemediation(html, policy.Remediation);
            HtmlFindingTable.Write(html, result, context);
        }
    }

    private static void WriteTags(HtmlBuilder html, PolicyResult result)
    {
        var policy = result.Policy;
        using (html.Element("p", ("class", "tags")))
        {
            HtmlBadge.Severity(html, policy.Severity);
            if (result.Effect is { } effect) html.Leaf("span", effect, ("class", "tag"));
            html.Leaf("span", policy.IsBuiltIn ? "built-in" : "custom", ("class", "tag"));
            if (policy.IsCompensating) html.Leaf("span", "helper: not in the numbers", ("class", "tag"));
            html.Leaf("code", policy.ReferenceId);
            if (!string.Equals(policy.DefinitionName, policy.ReferenceId, StringComparison.OrdinalIgnoreCase)) html.Leaf("code", policy.DefinitionName, ("class", "muted"));
        }
    }

    private static string Standing(PolicyResult result) => result.Evaluation switch
    {
        PolicyEvaluation.Evaluated => $"{ReportHeadline.Counted(result.Resources.Total, "resource")}: {HtmlStateBar.Describe(result.Resources)}.",
        PolicyEvaluation.NotEvaluated => "Not evaluated: Azure Policy has no state for it. No resource it applies to exists, or its effect is Disabled.",
        _ => "Not assigned: the definition exists, but the initiative does not refer to it.",
    };

    private static void WriteRemediation(HtmlBuilder html, string remediation)
    {
        using (html.Element("p", ("class", "remediation")))
        {
            html.Leaf("strong", "How to fix: ");
            html.Text(remediation);
        }
    }
}
