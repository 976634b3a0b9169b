namespace Plumbline.Reporting.Writers.Html;

/// <summary>What the report is about, and where its data comes from.</summary>
internal static class HtmlHeader
{
    public static void Write(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("header", ("class", "page-header")))
        using (html.Element("div", ("class", "inner")))
        {
            using (html.Element("div", ("class", "masthead")))
            {
                WriteTitle(html, report);
                WriteThemes(html);
            }

            WriteRun(html, report);
            WriteNavigation(html, report);
        }

        html.Line();
    }

    private static void WriteTitle(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("div"))
        {
            html.Leaf("p", report.Baseline.Benchmark, ("class", "eyebrow"));
            html.Leaf("h1", report.Baseline.Service);
            html.Leaf("p", report.Headline.Verdict, ("class", "verdict"));
        }
    }

    // Hidden until the script runs: without it there is nothing to switch.
    private static void WriteThemes(HtmlBuilder html)
    {
        using (html.Element("div", ("class", "segments"), ("role", "group"), ("aria-label", "Theme"), ("data-needs-script", ""), ("hidden", "")))
        {
            foreach (var theme in (string[])["auto", "light", "dark"])
                html.Leaf("button", theme, ("type", "button"), ("data-theme-choice", theme), ("aria-pressed", "false"));
        }
    }

    private static void WriteRun(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("dl", ("class", "facts")))
        {
            Fact(html, "Environment", report.Run.Environment);
            Fact(html, "Read", ReportTime.Text(report.Run.StartedAt));
            Fact(html, "States", report.Headline.Completeness);
            Fact(html, "Tool", report.Run.Tool);
            Fact(html, "Scope", report.Run.Scope);
            Fact(html, "Assignment", report.Run.AssignmentId);
        }
    }

    private static void Fact(HtmlBuilder html, string term, string value)
    {
        using (html.Element("div"))
        {
            html.Leaf("dt", term);
            html.Leaf("dd", value);
        }
    }

    private static void WriteNavigation(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("nav", ("aria-label", "Sections")))
        {
            html.Leaf("a", "Summary", ("href", "#summary"));
            html.Leaf("a", "Controls", ("href", "#controls"));
            if (report.OtherPolicies.Length > 0) html.Leaf("a", "Other policies", ("href", "#other-policies"));
            if (report.NotApplicable.Length > 0) html.Leaf("a", "Not applicable", ("href", "#not-applicable"));
            html.Leaf("a", "Method", ("href", "#method"));
        }
    }
}
