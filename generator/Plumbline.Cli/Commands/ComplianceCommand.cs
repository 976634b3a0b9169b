using System.CommandLine;
using Plumbline.Arm.Compliance;
using Plumbline.Cli.Compliance;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Reporting;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline compliance ENVIRONMENT</c>: evaluates, reads the verdicts back, reports.</summary>
internal static class ComplianceCommand
{
    // An on-demand evaluation of an Azure subscription takes minutes, sometimes more than an hour.
    private static readonly TimeSpan EvaluationLimit = TimeSpan.FromHours(2);

    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var noEvaluation = new Option<bool>("--no-evaluation") { Description = "Read the states as they are, without an evaluation first" };
        var output = new Option<string>("--output", "-o") { Description = "The folder for compliance.html, .md and .json", HelpName = "folder", DefaultValueFactory = _ => "out" };
        var strict = new Option<bool>("--strict") { Description = "Exit with 4 when the data is incomplete" };
        var failOnFindings = new Option<bool>("--fail-on-noncompliant") { Description = "Exit with 1 when a resource is non-compliant" };
        var command = new Command("compliance", "Evaluate, read the verdicts back and write the report") { environment, noEvaluation, output, strict, failOnFindings };
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            async session =>
            {
                var (report, code) = await ReadAsync(context, session, !parse.GetValue(noEvaluation), cancellationToken).ConfigureAwait(false);
                if (report is null) return code;

                Print(context, report, parse.GetRequiredValue(output));
                if (parse.GetValue(strict) && !report.IsComplete) return ExitCode.Incomplete;
                return parse.GetValue(failOnFindings) && report.Resources.NonCompliant > 0 ? ExitCode.Findings : ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    /// <summary>Evaluates if asked, reads and joins; null with the exit code where that is not possible.</summary>
    internal static async Task<(ComplianceReport? Report, ExitCode Code)> ReadAsync(
        CommandContext context, DeploymentSession session, bool evaluate, CancellationToken cancellationToken)
    {
        var declared = session.Environment.Assignments.FirstOrDefault(assignment => assignment.Kind == ArmObjectKind.PolicySetDefinition);
        var (outline, diagnostics) = BaselineFinder.Find(context.Workspace, declared?.Target ?? "");
        context.Console.Report(diagnostics, context.Workspace.Read);
        if (outline is null || declared is null) return (null, ExitCode.InvalidInput);

        var (assignmentId, code) = await DeployedAssignment.FindAsync(context, session, declared, cancellationToken).ConfigureAwait(false);
        if (assignmentId is null) return (null, code);

        var startedAt = context.World.Time.GetUtcNow();
        var reader = new ComplianceReader(session.Connection, assignmentId);
        if (evaluate)
        {
            var run = await reader.TriggerEvaluationAsync(session.At, EvaluationLimit, cancellationToken).ConfigureAwait(false);
            if (run.Value is null) return (null, EnvironmentCommands.Fail(context, run.Failure, run.Diagnostics));
            context.Console.Report(run.Diagnostics, context.Workspace.Read);
        }

        var reading = await reader.ReadAsync(session.At, cancellationToken).ConfigureAwait(false);
        if (reading.Value is null) return (null, EnvironmentCommands.Fail(context, reading.Failure, reading.Diagnostics));

        context.Console.Report(reading.Diagnostics, context.Workspace.Read);
        var information = new RunInformation(
            session.Environment.Name, ArmScope.Of(assignmentId), reader.AssignmentId, ToolVersion.Text, startedAt, reading.Value.StatesRead, reading.Value.StatesExpected);
        return (ComplianceReport.Build(outline, reading.Value.Rows, information), ExitCode.Success);
    }

    /// <summary>Prints the table and writes the files.</summary>
    internal static void Print(CommandContext context, ComplianceReport report, string folder)
    {
        // The remarks (a policy without a resource of its type) stand in the report, where they can be read in their place.
        context.Console.Report([.. report.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Information)], context.Workspace.Read);
        ComplianceRenderer.Print(context.Console, report);
        context.Console.WriteLine($"Report        {string.Join(", ", ReportFiles.Write(context.Workspace, folder, report))}");
    }
}
