using Plumbline.Planning.Comparison;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Files;

/// <summary>The text of a plan: <c>plan.json</c>, format version 1.</summary>
public static class PlanFile
{
    /// <summary>The version of the format.</summary>
    public const int FormatVersion = 1;

    /// <summary>The plan with the digest of its text, without the header.</summary>
    public static DeploymentPlan WithId(DeploymentPlan plan) => plan with { PlanId = ObjectDigest.OfText(PlanWriter.Text(plan, withHeader: false)) };

    /// <summary>The text: two blanks an indentation, LF, a line end at the end; keys in a fixed order.</summary>
    public static string Write(DeploymentPlan plan) => PlanWriter.Text(plan, withHeader: true);

    /// <summary>Reads a text. One that was changed after it was made is refused: its digest tells.</summary>
    public static ParseResult<DeploymentPlan> Read(SourceText source) => PlanReader.Read(source);
}
