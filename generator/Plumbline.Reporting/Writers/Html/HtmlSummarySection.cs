namespace Plumbline.Reporting.Writers.Html;

/// <summary>The cards: scores, coverage, resources by state, controls by status.</summary>
internal static class HtmlSummarySection
{
    public static void Write(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("section", ("id", "summary"), ("aria-labelledby", "summary-heading")))
        {
            html.Leaf("h2", "Summary", ("id", "summary-heading"), ("class", "visually-hidden"));
            using (html.Element("div", ("class", "cards")))
            {
                Score(html, "Compliance", "Azure's formula", report.Resources.Azure, "resources");
                Score(html, "Strict compliance", "strict formula", report.Resources.Strict, "resources");
                Score(html, "Coverage", "with a live check", report.Coverage, "customer controls");
                Resources(html, report);
                Controls(html, report);
            }
        }

        html.Line();
    }

    private static void Score(HtmlBuilder html, string title, string note, Percentage score, string noun)
    {
        using (html.Element("div", ("class", "card score")))
        {
            html.Leaf("h3", title);
            using (html.Element("p", ("class", "figure")))
            {
                html.Text(score.Value is { } value ? ReportHeadline.Invariant($"{value:0.0}") : "n/a");
                if (score.Value is not null) html.Leaf("span", " %", ("class", "unit"));
            }

            html.Leaf("p", score.Whole == 0 ? $"no {noun}" : ReportHeadline.Invariant($"{score.Part:N0} of {score.Whole:N0} {noun}"), ("class", "counts"));
            using (html.Element("p", ("class", "note"))) html.Leaf("a", note, ("href", "#method"));
        }
    }

    private static void Resources(HtmlBuilder html, ComplianceReport report)
    {
        var counts = report.Resources;
        using (html.Element("div", ("class", "card wide")))
        {
            html.Leaf("h3", $"{ReportHeadline.Counted(counts.Total, "resource")} by state");
            HtmlStateBar.Write(html, "bar-all", "Resources by state", counts);
            using (html.Element("ul", ("class", "legend")))
            {
                foreach (var state in HtmlStateBar.Present(counts).Reverse())
                    Count(html, HtmlBadge.Tone(state), HtmlBadge.ShapeOf(state), counts[state], ComplianceStates.Label(state));
            }
        }
    }

    private static void Controls(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("div", ("class", "card wide")))
        {
            html.Leaf("h3", $"{ReportHeadline.Counted(report.Controls.Length, "control")} by status");
            using (html.Element("ul", ("class", "legend")))
            {
                foreach (var (status, count) in report.Headline.Controls)
                    Count(html, HtmlBadge.Tone(status), ControlStatuses.Key(status), count, ControlStatuses.Label(status));
            }
        }
    }

    private static void Count(HtmlBuilder html, string tone, string shape, int count, string label)
    {
        using (html.Element("li", ("class", $"tone-{tone}")))
        {
            HtmlBadge.Shape(html, shape);
            html.Leaf("strong", ReportHeadline.Invariant($"{count:N0}"));
            html.Text($" {label}");
        }
    }
}
