using System.Text;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;
using Plumbline.Reporting.Findings;
using Plumbline.SnapshotTests.Verification;

namespace Plumbline.SnapshotTests.Planning;

/// <summary>A plan with every kind of change, as people and programs read it.</summary>
public sealed class PlanRenderingTests
{
    [Fact]
    public void Text_is_as_accepted() => Verifier.Verify(Text(SamplePlan.OfEveryKind));

    [Fact]
    public void Markdown_is_as_accepted() => Verifier.Verify(PlanMarkdown.Write(SamplePlan.OfEveryKind, "plan.json"), "md");

    [Fact]
    public void Refusal_is_told_as_accepted() => Verifier.Verify(Text(SamplePlan.Refused) + "\n\n" + PlanMarkdown.Write(SamplePlan.Refused, "plan.json"));

    [Fact]
    public void JUnit_is_as_accepted()
    {
        using var stream = new MemoryStream();
        JUnitWriter.Write(PlanJUnit.Of(SamplePlan.OfEveryKind), new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero), stream);
        Verifier.Verify(Encoding.UTF8.GetString(stream.ToArray()), "xml");
    }

    [Fact]
    public void Plan_without_changes_is_one_line() => Assert.Equal("No changes. 134 objects are as declared.\n", Text(SamplePlan.WithoutChanges));

    private static string Text(DeploymentPlan plan) => string.Concat(PlanText.Lines(plan).Select(line => $"{line}\n"));
}
