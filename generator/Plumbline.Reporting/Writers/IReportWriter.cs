namespace Plumbline.Reporting.Writers;

/// <summary>Writes a report in one format. The same report gives the same text.</summary>
public interface IReportWriter
{
    /// <summary>The file extension with its dot, such as <c>.html</c>.</summary>
    string Extension { get; }

    /// <summary>The whole file: LF line ends, a final newline.</summary>
    string Write(ComplianceReport report);
}
