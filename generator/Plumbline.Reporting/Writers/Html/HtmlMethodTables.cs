namespace Plumbline.Reporting.Writers.Html;

/// <summary>The tables of the method section.</summary>
internal static class HtmlMethodTables
{
    private static readonly string[] NumberColumns = ["Counts", "Result", "Resources", "Policy states", "Controls"];

    public static void Formulas(HtmlBuilder html, ComplianceReport report) => Table(
        html,
        "Formulas",
        ["Number", "Formula", "Counts", "Result"],
        [
            ["Compliance (Azure)", Reporting.Formulas.Azure, report.Resources.Azure.Counts, report.Resources.Azure.Text],
            ["Strict compliance", Reporting.Formulas.Strict, report.Resources.Strict.Counts, report.Resources.Strict.Text],
            ["Coverage", Reporting.Formulas.Coverage, report.Coverage.Counts, report.Coverage.Text],
        ]);

    public static void States(HtmlBuilder html, ComplianceReport report) => Table(
        html,
        "States",
        ["State", "Resources", "Policy states"],
        [
            .. ComplianceStates.WorstFirst
                .Where(state => report.States[state] > 0)
                .Select(state => Row(ComplianceStates.Label(state), report.Resources[state], report.States[state])),
            Row("Sum", report.Resources.Total, report.States.Total),
        ]);

    public static void Statuses(HtmlBuilder html, ComplianceReport report) => Table(
        html,
        "Statuses",
        ["Status", "Meaning", "Controls"],
        ControlStatuses.WorstFirst.Select(status => (string[])
        [
            ControlStatuses.Label(status),
            ControlStatuses.Meaning(status),
            ReportHeadline.Invariant($"{report.Controls.Count(control => control.Status == status):N0}"),
        ]));

    public static void Profile(HtmlBuilder html, ComplianceReport report)
    {
        if (report.Baseline.SecurityProfile.Length == 0) return;
        Table(html, "Security profile", ["Attribute", "Value"], report.Baseline.SecurityProfile.Select(entry => (string[])[entry.Attribute, entry.Value]));
    }

    private static string[] Row(string label, int resources, int states) => [label, ReportHeadline.Invariant($"{resources:N0}"), ReportHeadline.Invariant($"{states:N0}")];

    private static void Table(HtmlBuilder html, string caption, string[] columns, IEnumerable<string[]> rows)
    {
        using (html.Element("div", ("class", "scroll boxed"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption)))
        using (html.Element("table", ("class", "plain")))
        {
            html.Leaf("caption", caption);
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                foreach (var column in columns) html.Leaf("th", column, ("scope", "col"), ("class", NumberColumns.Contains(column) ? "number" : null));
            }

            using (html.Element("tbody"))
            {
                foreach (var row in rows) WriteRow(html, columns, row);
            }
        }
    }

    private static void WriteRow(HtmlBuilder html, string[] columns, string[] cells)
    {
        using (html.Element("tr"))
        {
            html.Leaf("th", cells[0], ("scope", "row"));
            for (var i = 1; i < cells.Length; i++) html.Leaf("td", cells[i], ("class", NumberColumns.Contains(columns[i]) ? "number" : null));
        }
    }
}
