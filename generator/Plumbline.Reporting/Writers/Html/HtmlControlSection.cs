namespace Plumbline.Reporting.Writers.Html;

/// <summary>The table of controls and its tools.</summary>
internal static class HtmlControlSection
{
    /// <summary>The columns: heading, class of the cells, and the key rows are sorted by.</summary>
    private static readonly (string Heading, string Class, string? Sort)[] Columns =
    [
        ("Control", "c-control", "order"),
        ("Status", "c-status", "status"),
        ("Severity", "c-severity", "severity"),
        ("Resources", "c-bar", null),
        ("Non-compliant", "c-number", "noncompliant"),
        ("Azure %", "c-number", "azure"),
        ("Strict %", "c-number c-strict", "strict"),
    ];

    public static void Write(HtmlBuilder html, HtmlContext context)
    {
        var report = context.Report;
        using (html.Element("section", ("id", "controls"), ("aria-labelledby", "controls-heading"), ("tabindex", "-1")))
        {
            html.Leaf("h2", "Controls", ("id", "controls-heading"));
            WriteTools(html, report);
            using (html.Element("table", ("class", "controls"), ("id", "control-table")))
            {
                html.Leaf("caption", "Controls of the baseline with their status; details follow in the row below each control.", ("class", "visually-hidden"));
                WriteColumns(html);
                for (var i = 0; i < report.Controls.Length; i++) HtmlControlRows.Write(html, report.Controls[i], i, context);
            }

            html.Leaf("p", "No control matches the filter.", ("id", "no-match"), ("class", "empty"), ("hidden", ""));
        }

        html.Line();
    }

    private static void WriteColumns(HtmlBuilder html)
    {
        using (html.Element("thead"))
        using (html.Element("tr"))
        {
            foreach (var (heading, cells, sort) in Columns) html.Leaf("th", heading, ("scope", "col"), ("class", cells), ("data-sort", sort));
        }
    }

    // Hidden until the script runs: without it the tools would do nothing.
    private static void WriteTools(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("div", ("class", "tools"), ("role", "search"), ("aria-label", "Controls"), ("data-needs-script", ""), ("hidden", "")))
        {
            using (html.Element("label", ("class", "search")))
            {
                html.Leaf("span", "Filter controls", ("class", "visually-hidden"));
                html.Void("input", ("type", "search"), ("id", "filter-text"), ("placeholder", "Filter by control, policy, resource ..."), ("autocomplete", "off"), ("spellcheck", "false"));
            }

            WriteChips(html, report);
            using (html.Element("div", ("class", "actions")))
            {
                html.Leaf("span", "", ("id", "match-count"), ("role", "status"));
                html.Leaf("button", "Clear", ("type", "button"), ("id", "clear"), ("hidden", ""));
                html.Leaf("button", "Expand all", ("type", "button"), ("id", "expand"));
                html.Leaf("button", "Print", ("type", "button"), ("id", "print"));
            }
        }
    }

    private static void WriteChips(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("div", ("class", "chips"), ("role", "group"), ("aria-label", "Status")))
        {
            foreach (var (status, count) in report.Headline.Controls)
            {
                var key = ControlStatuses.Key(status);
                using (html.Element("button", ("type", "button"), ("class", $"chip tone-{HtmlBadge.Tone(status)}"), ("data-status-choice", key), ("aria-pressed", "false")))
                {
                    HtmlBadge.Shape(html, key);
                    html.Text($"{ControlStatuses.Label(status)} ");
                    html.Leaf("span", ReportHeadline.Invariant($"{count}"), ("class", "count"));
                }
            }
        }
    }
}
