using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Deploying;

/// <summary>Tells how an apply or a rollback ended: what went wrong first, then what was left, and the counts.</summary>
internal static class ApplyReport
{
    // A plan that somebody else has overtaken is stale in every object.
    private const int MaximumDiagnostics = 10;

    /// <summary>The formats it is written to files in.</summary>
    public static ImmutableArray<string> Formats { get; } = ["markdown", "junit"];

    /// <summary>Prints it.</summary>
    /// <param name="context">Where.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="result">What was done.</param>
    /// <param name="journal">The events of all runs, and their file.</param>
    /// <param name="rollback">Whether it was a rollback.</param>
    public static void Print(CommandContext context, DeploymentPlan plan, ApplyResult result, (ImmutableArray<JournalEvent> Events, string Path) journal, bool rollback)
    {
        var console = context.Console;
        console.Report([.. result.Diagnostics.Take(MaximumDiagnostics)], context.Workspace.Read);
        if (result.Diagnostics.Length > MaximumDiagnostics) console.Note(string.Create(CultureInfo.InvariantCulture, $"and {result.Diagnostics.Length - MaximumDiagnostics} more; all are in the journal"));
        if (!rollback && result.Outcome is ApplyOutcome.Partial or ApplyOutcome.Interrupted) PlanRenderer.Print(console, ApplyText.Lines(ApplySummary.Of(plan, journal.Events), journal.Path));
        console.WriteLine(Summary(result, rollback), result.IsComplete ? "bold green" : "bold red");
    }

    /// <summary>Writes the formats that were asked for.</summary>
    public static void Write(CommandContext context, DeploymentPlan plan, (ImmutableArray<JournalEvent> Events, string Path) journal, ImmutableArray<(string Format, string Path)> files)
    {
        var summary = ApplySummary.Of(plan, journal.Events);
        foreach (var (format, path) in files)
            AtomicFile.Write(Path.Combine(context.Folder, path), format == "junit" ? JUnit(summary, context.World.Time.GetUtcNow()) : ApplyMarkdown.Write(summary, journal.Path));
    }

    private static string JUnit(ApplySummary summary, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        JUnitWriter.Write(ApplyJUnit.Of(summary), now, buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string Summary(ApplyResult result, bool rollback)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Done.Length} {(rollback ? "undone" : "done")}, {result.Failed.Length} failed, {result.Blocked.Length} blocked, {result.NotStarted.Length} not started");
        if (result.OtherLane.Length > 0) text += string.Create(CultureInfo.InvariantCulture, $", {result.OtherLane.Length} of other lanes");
        if (result.Stale.Length > 0) text += string.Create(CultureInfo.InvariantCulture, $", {result.Stale.Length} stale");
        if (result.Outcome == ApplyOutcome.AlreadyComplete) text += "; everything was done before";
        return text + ".";
    }
}
