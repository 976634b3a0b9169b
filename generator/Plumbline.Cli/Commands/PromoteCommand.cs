using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Editing;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline promote RING</c>: makes the next ring of a rollout the current one, when what is measured in this one allows it.</summary>
internal static class PromoteCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var ring = new Argument<string>("ring") { Description = "The ring that becomes the current one" };
        var environment = new Option<string>("--environment", "-e") { Description = "The environment of plumbline.yaml", Required = true };
        var command = new Command("promote", "Make the next ring of a rollout the current one, gated by measured compliance") { ring, environment };
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            session => RunAsync(context, session, parse.GetRequiredValue(ring), cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, DeploymentSession session, string ring, CancellationToken cancellationToken)
    {
        var environment = session.Environment;
        var (from, to) = (IndexOf(environment, environment.Ring), IndexOf(environment, ring));
        if (to < 0) return Failed(context, DiagnosticCatalog.RingNotDeclared(environment.At, ring, environment.Name, NearestName.Find(ring, environment.Rings.Select(one => one.Name))));
        if (to == from) return Said(context, $"'{ring}' is the current ring of '{environment.Name}'.");
        if (to > from + 1) return Failed(context, DiagnosticCatalog.RingSkipped(environment.Rings[to].At, ring, environment.Rings[from + 1].Name));
        if (to > from && await GateAsync(context, session, environment.Rings[from], ring, cancellationToken).ConfigureAwait(false) is { } refused) return refused;

        if (context.Workspace.Read(EnvironmentLoader.FileName) is not { } source) return ExitCode.Usage;
        var edited = RingEdit.Set(source, environment.Name, ring);
        context.Console.Report(edited.Diagnostics, context.Workspace.Read);
        if (edited.Value is null) return ExitCode.Usage;
        EditedFile.Write(context.Workspace.PathOf(EnvironmentLoader.FileName), edited.Value.Text);
        return Said(context, $"The ring of '{environment.Name}' is '{ring}' now, in {EnvironmentLoader.FileName}. Next: plumbline plan {environment.Name}");
    }

    // A step back needs no gate.
    private static async Task<ExitCode?> GateAsync(CommandContext context, DeploymentSession session, RolloutRing current, string next, CancellationToken cancellationToken)
    {
        if (current.Gate is not { } gate) return null;
        var (measured, code) = await RingGateCheck.MeasureAsync(context, session, next, cancellationToken).ConfigureAwait(false);
        if (measured is null) return code;

        context.Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Ring '{current.Name}': {measured.Compliant} resources compliant, {measured.NonCompliant} non-compliant; '{next}' would deny {measured.Denied} at their next write."));
        var misses = measured.Misses(gate);
        context.Console.Report([.. misses.Select(miss => DiagnosticCatalog.GateNotMet(current.At, current.Name, miss))], context.Workspace.Read);
        return misses.IsEmpty ? null : ExitCode.Findings;
    }

    private static int IndexOf(DeploymentEnvironment environment, string? name)
    {
        for (var i = 0; i < environment.Rings.Length; i++)
        {
            if (environment.Rings[i].Name == name) return i;
        }

        return -1;
    }

    private static ExitCode Failed(CommandContext context, Diagnostic problem)
    {
        context.Console.Report([problem], context.Workspace.Read);
        return ExitCode.Usage;
    }

    private static ExitCode Said(CommandContext context, string text)
    {
        context.Console.WriteLine(text);
        return ExitCode.Success;
    }
}
