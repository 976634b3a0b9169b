using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Reporting;
using Plumbline.Reporting.Writers;

namespace Plumbline.Cli.Compliance;

/// <summary>Writes a report in every format.</summary>
internal static class ReportFiles
{
    private static readonly ImmutableArray<IReportWriter> Writers = [new HtmlReportWriter(), new MarkdownReportWriter(), new JsonReportWriter()];

    /// <summary>Writes <c>compliance.html</c>, <c>.md</c> and <c>.json</c> into <paramref name="folder"/>; returns the paths relative to the workspace.</summary>
    public static ImmutableArray<string> Write(Workspace workspace, string folder, ComplianceReport report)
    {
        var paths = ImmutableArray.CreateBuilder<string>();
        foreach (var writer in Writers)
        {
            var path = $"{folder}/compliance{writer.Extension}";
            workspace.Write(path, writer.Write(report));
            paths.Add(path);
        }

        return paths.ToImmutable();
    }
}
