using Plumbline.Reporting.Writers.Html;

namespace Plumbline.Reporting.Writers;

/// <summary>Writes one HTML file that needs nothing else: no request, no script needed to read it, light and dark, printable.</summary>
/// <param name="maximumRows">The most table rows for resources; beyond it the worst are shown and a banner says so.</param>
public sealed class HtmlReportWriter(int maximumRows = HtmlReportWriter.DefaultMaximumRows) : IReportWriter
{
    /// <summary>Browsers stay responsive up to about here.</summary>
    public const int DefaultMaximumRows = 20_000;

    /// <inheritdoc />
    public string Extension => ".html";

    /// <inheritdoc />
    public string Write(ComplianceReport report)
    {
        var html = new HtmlBuilder();
        html.DocumentType();
        using (html.Element("html", ("lang", "en")))
        {
            WriteHead(html, report);
            using (html.Element("body")) WriteBody(html, new(report, new RowBudget(report, maximumRows)));
        }

        html.Line();
        return html.ToString();
    }

    // The policy comes before everything it governs. No inline style attribute and no other script can run: their hashes are not listed.
    private static void WriteHead(HtmlBuilder html, ComplianceReport report)
    {
        var policy = $"default-src 'none'; style-src {HtmlAsset.Style.PolicySource}; script-src {HtmlAsset.Script.PolicySource}; img-src data:; base-uri 'none'; form-action 'none'";
        using (html.Element("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", policy));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
            html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Void("meta", ("name", "generator"), ("content", report.Run.Tool));
            html.Leaf("title", $"{report.Headline.Title} - {report.Run.Environment}");
            html.Void("link", ("rel", "icon"), ("href", "data:,"));
            using (html.Element("style")) html.Asset(HtmlAsset.Style);
            using (html.Element("script")) html.Asset(HtmlAsset.Script);
        }

        html.Line();
    }

    private static void WriteBody(HtmlBuilder html, HtmlContext context)
    {
        var report = context.Report;
        html.Asset(HtmlAsset.Shapes);
        html.Leaf("a", "Skip to the controls", ("class", "skip"), ("href", "#controls"));
        HtmlHeader.Write(html, report);
        using (html.Element("main"))
        {
            HtmlBanners.Write(html, context);
            HtmlSummarySection.Write(html, report);
            HtmlControlSection.Write(html, context);
            HtmlOtherPoliciesSection.Write(html, context);
            HtmlNotApplicableSection.Write(html, report);
            HtmlMethodSection.Write(html, report);
        }
    }
}
