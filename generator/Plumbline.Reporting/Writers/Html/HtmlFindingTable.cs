using System.Globalization;

namespace Plumbline.Reporting.Writers.Html;

/// <summary>The resources of a policy that are not compliant, with the property, what it is and what it must be.</summary>
internal static class HtmlFindingTable
{
    private static readonly string[] Columns = ["Resource", "State", "Property", "Is", "Must be"];

    public static void Write(HtmlBuilder html, PolicyResult result, HtmlContext context)
    {
        var shown = context.Budget.Shown(result);
        if (shown < result.Findings.Length) html.Leaf("p", ReportHeadline.Invariant($"Showing {shown:N0} of {result.Findings.Length:N0} findings."), ("class", "standing"));
        if (shown == 0) return;
        using (html.Element("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", $"Findings of {result.Policy.ReferenceId}")))
        using (html.Element("table", ("class", "findings")))
        {
            html.Leaf("caption", $"Resources that are not compliant with {result.Policy.DisplayName}", ("class", "visually-hidden"));
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                foreach (var column in Columns) html.Leaf("th", column, ("scope", "col"));
            }

            foreach (var finding in result.Findings.Take(shown)) WriteFinding(html, finding, context);
        }
    }

    private static void WriteFinding(HtmlBuilder html, ResourceResult finding, HtmlContext context)
    {
        var span = finding.Reasons.Length > 1 ? finding.Reasons.Length.ToString(CultureInfo.InvariantCulture) : null;
        using (html.Element("tbody"))
        {
            using (html.Element("tr"))
            {
                using (html.Element("th", ("scope", span is null ? "row" : "rowgroup"), ("rowspan", span))) WriteResource(html, finding, context);
                using (html.Element("td", ("rowspan", span))) WriteState(html, finding);
                WriteReason(html, finding.Reasons.FirstOrDefault());
            }

            foreach (var reason in finding.Reasons.Skip(1))
            {
                using (html.Element("tr")) WriteReason(html, reason);
            }
        }

        html.Line();
    }

    private static void WriteResource(HtmlBuilder html, ResourceResult finding, HtmlContext context)
    {
        html.Leaf("span", finding.Name, ("class", "resource"));
        html.Leaf("span", context.BelowScope(finding.ResourceId), ("class", "resource-id"), ("title", finding.ResourceId));
    }

    private static void WriteState(HtmlBuilder html, ResourceResult finding)
    {
        HtmlBadge.State(html, finding);
        if (finding.EvaluatedAt is { } time) html.Leaf("time", ReportTime.Text(time), ("class", "time"));
    }

    private static void WriteReason(HtmlBuilder html, ComplianceReason? reason)
    {
        if (reason is null)
        {
            html.Leaf("td", "Azure Policy gave no details.", ("colspan", "3"), ("class", "muted"));
            return;
        }

        using (html.Element("td"))
        {
            html.Leaf("code", reason.Path);
            if (reason.Message.Length > 0) html.Leaf("span", reason.Message, ("class", "reason"));
        }

        using (html.Element("td")) html.Leaf("code", reason.Actual, ("class", "is"));
        using (html.Element("td")) html.Leaf("code", reason.Expected, ("class", "must"));
    }
}
