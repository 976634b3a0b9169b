using System.Collections.Immutable;
using System.Text;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Deploying;

/// <summary>The formats of drift.</summary>
internal static class DriftFormats
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = ["text", "json", "junit", "sarif"];

    /// <summary>The findings in a format; a final line end.</summary>
    public static string Write(DeploymentPlan plan, ImmutableArray<DriftFinding> findings, string format, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        switch (format)
        {
            case "json": DriftJson.Write(plan, findings, buffer); break;
            case "junit": JUnitWriter.Write(DriftReports.JUnit(plan, findings), now, buffer); break;
            case "sarif": SarifWriter.Write(DriftReports.Findings(findings, EnvironmentLoader.FileName), buffer); break;
            default: return string.Concat(DriftText.Lines(plan, findings).Select(line => line + "\n"));
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
