using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Catalogs;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Rendering;
using Plumbline.Reporting;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline demo</c>: the whole main job on the sample estate, from a clean start.</summary>
internal static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("demo", "Generate, deploy to the embedded emulator, evaluate a sample estate and report");
        runner.SetAction(command, (context, _, cancellationToken) => RunAsync(context, cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.Console.WriteLine("1. Generate", "bold");
        if (Generate(context) is not ExitCode.Success and var failed) return failed;

        foreach (var file in LocalEmulator.StateFiles) context.Workspace.Delete(file);
        return await EnvironmentCommands.RunAsync(context, "local", session => DeployAndReportAsync(context, session, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static ExitCode Generate(CommandContext context)
    {
        var loaded = CatalogLoader.Load(context.Workspace);
        var errors = loaded.Diagnostics.Where(diagnostic => diagnostic.IsError);
        if (context.Console.Report([.. errors], context.Workspace.Read)) return ExitCode.InvalidInput;

        var generated = GeneratedFiles.Of(context.Workspace, loaded);
        if (context.Console.Report(generated.Diagnostics, context.Workspace.Read)) return ExitCode.InvalidInput;

        var changed = generated.WriteTo(context.Workspace);
        foreach (var (_, catalog) in loaded.Catalogs)
        {
            context.Console.WriteLine(Invariant(
                $"   {catalog.Service.Name}: {catalog.Controls.Length} controls, {catalog.Controls.Sum(control => control.Features.Length)} features"));
        }

        context.Console.WriteLine(Invariant($"   {generated.Tree.Files.Count} files generated, {changed} changed"));
        return ExitCode.Success;
    }

    private static async Task<ExitCode> DeployAndReportAsync(CommandContext context, DeploymentSession session, CancellationToken cancellationToken)
    {
        context.Console.WriteLine("2. Deploy to the embedded emulator", "bold");
        if (await DeployAsync(context, session, cancellationToken).ConfigureAwait(false) is not ExitCode.Success and var failed) return failed;

        context.Console.WriteLine("3. Evaluate and read compliance back", "bold");
        var (report, code) = await ComplianceCommand.ReadAsync(context, session, evaluate: true, cancellationToken).ConfigureAwait(false);
        if (report is null) return code;

        context.Console.WriteLine(Evaluated(report));
        ComplianceCommand.Print(context, report, "out");
        return ExitCode.Success;
    }

    private static async Task<ExitCode> DeployAsync(CommandContext context, DeploymentSession session, CancellationToken cancellationToken)
    {
        var (made, code) = await PlanMaker.MakeAsync(context, session, PlanChoices.None, cancellationToken).ConfigureAwait(false);
        if (made is null) return code;
        PlanRenderer.Print(context.Console, PlanText.Summary(made.Plan).Select(line => line with { Indent = line.Indent + 3 }));
        return await ApplyCommand.ApprovedAsync(context, session, made.Plan, ApplyRequest.Approved, cancellationToken).ConfigureAwait(false);
    }

    private static string Evaluated(ComplianceReport report) => Invariant(
        $"   {report.Run.StatesRead} policy states of {report.Resources.Total} resources evaluated: {report.Resources.Compliant} compliant, {report.Resources.NonCompliant} non-compliant, {report.Resources.Total - report.Resources.Compliant - report.Resources.NonCompliant} other");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
