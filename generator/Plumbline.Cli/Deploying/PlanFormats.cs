using System.Collections.Immutable;
using System.Text;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Files;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Deploying;

/// <summary>The formats of a plan.</summary>
internal static class PlanFormats
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = ["text", "markdown", "json", "junit"];

    /// <summary>The plan in a format; a final line end.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="now">When the run started.</param>
    /// <param name="planFile">The file the plan is in, as the command to apply it names it.</param>
    public static string Write(DeploymentPlan plan, string format, DateTimeOffset now, string planFile) => format switch
    {
        "markdown" => PlanMarkdown.Write(plan, planFile),
        "json" => PlanFile.Write(plan),
        "junit" => JUnit(plan, now),
        _ => string.Concat(PlanText.Lines(plan).Select(line => line + "\n")),
    };

    private static string JUnit(DeploymentPlan plan, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        JUnitWriter.Write(PlanJUnit.Of(plan), now, buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
