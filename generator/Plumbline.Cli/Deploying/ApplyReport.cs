using System.Globalization;
using Plumbline.Cli.Commands;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.Cli.Deploying;

/// <summary>Prints how an apply or a rollback ended: what went wrong first, then what was left, and the counts.</summary>
internal static class ApplyReport
{
    // A plan that somebody else has overtaken is stale in every object.
    private const int MaximumDiagnostics = 10;

    /// <summary>Prints it.</summary>
    /// <param name="context">Where.</param>
    /// <param name="result">What was done.</param>
    /// <param name="environment">The environment it was for.</param>
    /// <param name="journal">The journal, for who goes on.</param>
    /// <param name="rollback">Whether it was a rollback.</param>
    public static void Print(CommandContext context, ApplyResult result, string environment, string journal, bool rollback)
    {
        var console = context.Console;
        console.Report([.. result.Diagnostics.Take(MaximumDiagnostics)], context.Workspace.Read);
        if (result.Diagnostics.Length > MaximumDiagnostics) console.Note(string.Create(CultureInfo.InvariantCulture, $"and {result.Diagnostics.Length - MaximumDiagnostics} more; all are in the journal"));
        foreach (var failed in result.Failed) console.WriteLine($"! {Name(failed.Operation)} failed", "red");
        foreach (var blocked in result.Blocked) console.WriteLine($". {Name(blocked.Operation)} blocked by {string.Join(", ", blocked.By)}", "yellow");
        foreach (var waiting in result.NotStarted) console.WriteLine($". {Name(waiting)} not started", "dim");
        console.WriteLine(Summary(result, rollback), result.IsComplete ? "bold green" : "bold red");
        if (!result.IsComplete) console.WriteLine($"The journal is {journal}. When the cause is gone: plumbline {(rollback ? "rollback" : "apply")} {environment}{(rollback ? "" : " --resume")}");
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

    private static string Name(PlanOperation operation) => $"{operation.Kind} {operation.Id[(operation.Id.LastIndexOf('/') + 1)..]}";
}
