using System.Collections.Immutable;
using System.Text;
using Plumbline.Reporting.Findings;
using Plumbline.Scan.Reports;

namespace Plumbline.Cli.Scanning;

/// <summary>The formats of a report.</summary>
internal static class ScanFormats
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = ["text", "json", "sarif", "junit", "markdown"];

    /// <summary>The report in a format.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="showsChanges">Whether what effects would do is shown.</param>
    /// <param name="now">When the run started.</param>
    public static string Write(ScanReport report, string format, bool showsChanges, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        switch (format)
        {
            case "json": ReportJsonWriter.Write(report, buffer); break;
            case "sarif": SarifWriter.Write(ScanFindingReport.Of(report), buffer); break;
            case "junit": JUnitWriter.Write(ScanJUnit.Of(report), now, buffer); break;
            case "markdown": return MarkdownSummary.Write(report, showsChanges);
            default: return ScanText.Write(report, showsChanges);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
