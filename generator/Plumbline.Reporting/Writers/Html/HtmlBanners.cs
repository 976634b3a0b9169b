using Plumbline.Policy.Diagnostics;

namespace Plumbline.Reporting.Writers.Html;

/// <summary>What a reader must know before the numbers: missing rows, stale states, cut tables.</summary>
internal static class HtmlBanners
{
    public static void Write(HtmlBuilder html, HtmlContext context)
    {
        var (report, budget) = context;
        var warnings = report.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).ToList();
        var isCut = budget.TotalShown < budget.Total;
        if (warnings.Count == 0 && !isCut) return;
        using (html.Element("section", ("class", "banners"), ("aria-label", "Warnings")))
        using (html.Element("ul"))
        {
            if (isCut) Banner(html, null, Cut(budget));
            foreach (var warning in warnings) Banner(html, warning.Code, $"{Sentence(warning.Message)}{(warning.Help is null ? "" : $" {Sentence(warning.Help)}")}");
        }

        html.Line();
    }

    private static void Banner(HtmlBuilder html, string? code, string text)
    {
        using (html.Element("li"))
        {
            HtmlBadge.Shape(html, "error");
            using (html.Element("p"))
            {
                html.Text(text);
                if (code is null) return;
                html.Text(" ");
                html.Leaf("code", code);
            }
        }
    }

    private static string Cut(RowBudget budget) => ReportHeadline.Invariant(
        $"Showing {budget.TotalShown:N0} of {budget.Total:N0} findings, worst first. All counts include the findings that are not shown; the JSON report lists every one.");

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
