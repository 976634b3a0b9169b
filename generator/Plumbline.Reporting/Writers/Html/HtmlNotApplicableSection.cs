namespace Plumbline.Reporting.Writers.Html;

/// <summary>The features the benchmark excludes for the service, and the service's security profile.</summary>
internal static class HtmlNotApplicableSection
{
    private static readonly string[] Columns = ["Feature", "Control", "Why"];

    public static void Write(HtmlBuilder html, ComplianceReport report)
    {
        if (report.NotApplicable.Length == 0) return;
        using (html.Element("section", ("id", "not-applicable"), ("aria-labelledby", "not-applicable-heading")))
        {
            html.Leaf("h2", "Features that do not apply", ("id", "not-applicable-heading"));
            html.Leaf("p", "The benchmark lists these features for other services; the baseline excludes them for this one.", ("class", "lead"));
            using (html.Element("div", ("class", "scroll boxed"), ("role", "region"), ("tabindex", "0"), ("aria-label", "Table of features that do not apply")))
            using (html.Element("table", ("class", "plain")))
            {
                html.Leaf("caption", "Features that do not apply to the service", ("class", "visually-hidden"));
                WriteColumns(html);
                using (html.Element("tbody"))
                {
                    foreach (var feature in report.NotApplicable) WriteRow(html, feature.Feature);
                }
            }
        }

        html.Line();
    }

    private static void WriteColumns(HtmlBuilder html)
    {
        using (html.Element("thead"))
        using (html.Element("tr"))
        {
            foreach (var column in Columns) html.Leaf("th", column, ("scope", "col"));
        }
    }

    private static void WriteRow(HtmlBuilder html, FeatureOutline feature)
    {
        using (html.Element("tr"))
        {
            using (html.Element("th", ("scope", "row")))
            {
                html.Leaf("span", feature.Name);
                html.Leaf("span", feature.Description, ("class", "reason"));
            }

            html.Leaf("td", feature.Control ?? "");
            html.Leaf("td", feature.OutcomeText ?? feature.ConfigurationGuidance);
        }
    }
}
