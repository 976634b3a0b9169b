namespace Plumbline.Reporting.Writers.Html;

/// <summary>How the numbers come about: formulas with their counts, completeness, what each status means.</summary>
internal static class HtmlMethodSection
{
    public static void Write(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("section", ("id", "method"), ("aria-labelledby", "method-heading")))
        {
            html.Leaf("h2", "Method", ("id", "method-heading"));
            using (html.Element("div", ("class", "method")))
            {
                HtmlMethodTables.Formulas(html, report);
                HtmlMethodTables.States(html, report);
                WriteNotes(html, report);
                HtmlMethodTables.Statuses(html, report);
                HtmlMethodTables.Profile(html, report);
            }
        }

        html.Line();
    }

    private static void WriteNotes(HtmlBuilder html, ComplianceReport report)
    {
        using (html.Element("div", ("class", "notes")))
        {
            html.Leaf("h3", "How to read the numbers");
            using (html.Element("ul"))
            {
                foreach (var note in Notes(report)) html.Leaf("li", note);
            }
        }
    }

    private static IEnumerable<string> Notes(ComplianceReport report) =>
    [
        "A percentage counts distinct resources, not policy states: a resource under several policies takes its strongest state in the order non-compliant, compliant, error, conflict, protected, exempt, unknown.",
        "Compliant outranks error and conflict in that order. A control with an error is therefore never called a pass here, even when its resources count as compliant.",
        "Azure's formula counts exempt and unknown resources as good; the strict one does not count them at all. Protected resources, and states not started or not known to this program, are in neither.",
        "Percentages are rounded half away from zero to one decimal, but never up to 100.0 or down to 0.0. Where nothing applies there is no percentage.",
        "The totals cover every policy of the assignment, as the Azure portal does. A control's numbers leave out helpers: policies that compensate for a feature the service does not have.",
        "A policy without states is not evaluated, which is not a pass.",
        report.Headline.Completeness,
        Age(report),
    ];

    private static string Age(ComplianceReport report) => report.Freshness is { } freshness
        ? $"Age of the states when read: oldest {ReportTime.Age(freshness.Oldest, report.Run.StartedAt)}, median {ReportTime.Age(freshness.Median, report.Run.StartedAt)}, newest {ReportTime.Age(freshness.Newest, report.Run.StartedAt)}."
        : "The states do not say when they were evaluated.";
}
