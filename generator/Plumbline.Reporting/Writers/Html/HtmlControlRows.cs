using System.Globalization;

namespace Plumbline.Reporting.Writers.Html;

/// <summary>One control: its row, and the row with its details.</summary>
internal static class HtmlControlRows
{
    public static void Write(HtmlBuilder html, ControlResult result, int order, HtmlContext context)
    {
        using (html.Element(
            "tbody",
            ("id", AnchorOf(result.Control.Id)),
            ("data-status", ControlStatuses.Key(result.Status)),
            ("data-order", Number(order)),
            ("data-severity", Number(SeverityRank(result.Severity))),
            ("data-noncompliant", Number(result.Resources.NonCompliant)),
            ("data-azure", SortValue(result.Resources.Azure)),
            ("data-strict", SortValue(result.Resources.Strict))))
        {
            WriteRow(html, result);
            WriteDetails(html, result, context);
        }

        html.Line();
    }

    /// <summary>The fragment that leads to a control, such as <c>control-NS-2</c>.</summary>
    public static string AnchorOf(string controlId) => $"control-{string.Concat(controlId.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";

    private static void WriteRow(HtmlBuilder html, ControlResult result)
    {
        var counts = result.Resources;
        using (html.Element("tr", ("class", "control")))
        {
            using (html.Element("th", ("scope", "rowgroup"), ("class", "c-control")))
            {
                html.Leaf("span", result.Control.Id, ("class", "id"));
                html.Leaf("span", result.Control.Title, ("class", "title"));
            }

            using (html.Element("td", ("class", "c-status"))) HtmlBadge.Status(html, result.Status);
            using (html.Element("td", ("class", "c-severity")))
            {
                if (result.Severity is { } severity) HtmlBadge.Severity(html, severity);
            }

            using (html.Element("td", ("class", "c-bar"))) WriteBar(html, result);
            html.Leaf("td", counts.Total == 0 ? "" : ReportHeadline.Invariant($"{counts.NonCompliant:N0}"), ("class", counts.NonCompliant > 0 ? "c-number some" : "c-number"));
            Score(html, counts.Azure, "c-number");
            Score(html, counts.Strict, "c-number c-strict");
        }
    }

    private static void WriteBar(HtmlBuilder html, ControlResult result)
    {
        HtmlStateBar.Write(html, $"bar-{AnchorOf(result.Control.Id)}", $"Resources of {result.Control.Id} by state", result.Resources);
        if (result.Resources.Total > 0) html.Leaf("span", HtmlStateBar.Describe(result.Resources), ("class", "bar-text"));
    }

    private static void Score(HtmlBuilder html, Percentage score, string cells)
    {
        using (html.Element("td", ("class", cells)))
        {
            if (score.Whole == 0)
            {
                html.Leaf("span", "n/a", ("class", "muted"));
                return;
            }

            html.Text(score.Text);
            html.Leaf("span", score.Counts, ("class", "fraction"));
        }
    }

    private static void WriteDetails(HtmlBuilder html, ControlResult result, HtmlContext context)
    {
        using (html.Element("tr", ("class", "detail-row")))
        using (html.Element("td", ("colspan", "7")))
        using (html.Element("details"))
        {
            using (html.Element("summary"))
            {
                html.Leaf("span", $"{result.Control.Id}: ", ("class", "visually-hidden"));
                html.Text(Summary(result));
            }

            using (html.Element("div", ("class", "panel")))
            {
                foreach (var feature in result.Features) HtmlFeaturePart.Write(html, feature, context);
            }
        }
    }

    private static string Summary(ControlResult result)
    {
        var policies = result.Features.Sum(feature => feature.Policies.Length);
        var findings = result.Features.Sum(feature => feature.Policies.Sum(policy => policy.Findings.Length));
        var parts = new List<string> { result.Control.Domain, ReportHeadline.Counted(result.Features.Length, "feature") };
        if (policies > 0) parts.Add(policies == 1 ? "1 policy" : ReportHeadline.Invariant($"{policies:N0} policies"));
        if (findings > 0) parts.Add(ReportHeadline.Counted(findings, "finding"));
        return string.Join(" · ", parts);
    }

    private static int SeverityRank(string? severity) => severity switch { "high" => 3, "medium" => 2, "low" => 1, _ => 0 };

    private static string SortValue(Percentage score) => score.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) : "-1";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
