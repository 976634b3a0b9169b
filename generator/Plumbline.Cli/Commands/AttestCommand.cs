using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Plumbline.Arm.Operations;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Operating;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline attest ENVIRONMENT FILE</c>: writes what a reviewed file says about manual policies.</summary>
internal static class AttestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = new Argument<string>("environment") { Description = "An environment of plumbline.yaml, or 'local' for the embedded emulator" };
        var file = new Argument<string>("file") { Description = "A YAML file of attestations, from the root of the checkout" };
        var yes = new Option<bool>("--yes", "-y") { Description = "Write without asking; needed where nobody can answer" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be written" };
        var command = new Command("attest", "Write attestations of manual policies as a file declares them") { environment, file, yes, dryRun };
        runner.SetAction(command, async (context, parse, cancellationToken) =>
        {
            var path = parse.GetRequiredValue(file);
            if (context.Workspace.Read(path) is not { } source)
            {
                context.Console.Report([DiagnosticCatalog.FileUnreadable(new SourceLocation(path), "there is no such file")], _ => null);
                return ExitCode.Usage;
            }

            var (declarations, problems) = AttestationReader.Read(source);
            if (context.Console.Report(problems, context.Workspace.Read)) return ExitCode.Usage;
            return await EnvironmentCommands.RunAsync(
                context, parse.GetRequiredValue(environment), operated => RunAsync(context, operated, declarations, parse.GetValue(yes), parse.GetValue(dryRun), cancellationToken), cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        CommandContext context, DeploymentSession operated, ImmutableArray<AttestationDeclaration> declarations, bool yes, bool dryRun, CancellationToken cancellationToken)
    {
        var below = await new ScopeScans(operated.Connection).SubscriptionsAsync(operated.Environment, cancellationToken).ConfigureAwait(false);
        if (below.Value is null) return EnvironmentCommands.Fail(context, below.Failure, below.Diagnostics);
        var read = await new DeployedPolicyReader(operated.Connection).ReadAsync(operated.Environment, cancellationToken).ConfigureAwait(false);
        if (read.Value is not { } deployed) return EnvironmentCommands.Fail(context, read.Failure, read.Diagnostics);
        var attestor = new Attestor(operated.Connection);
        var (live, failure, diagnostics) = await attestor.ReadAsync(below.Value.Subscriptions, operated.At, cancellationToken).ConfigureAwait(false);
        if (failure is not null) return EnvironmentCommands.Fail(context, failure, diagnostics);

        var plan = AttestationPlanner.Plan(deployed, declarations, live, context.World.Time.GetUtcNow());
        if (context.Console.Report([.. read.Diagnostics, .. plan.Diagnostics], context.Workspace.Read)) return ExitCode.InvalidInput;
        foreach (var line in AttestationText.Of(plan.Changes)) context.Console.WriteLine(line);
        var writes = plan.Changes.Count(change => change.Writes);
        if (dryRun || writes == 0) return ExitCode.Success;
        if (!yes && operated.Environment.Name != EnvironmentLoader.Local && Refused(context, operated, writes) is { } refusal) return refusal;

        var (written, failed, problems) = await attestor.WriteAsync(plan, operated.At, cancellationToken).ConfigureAwait(false);
        context.Console.Report(problems, context.Workspace.Read);
        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written} of {writes} written."));
        return failed is null ? ExitCode.Success : EnvironmentCommands.CodeOf(failed);
    }

    private static ExitCode? Refused(CommandContext context, DeploymentSession operated, int writes)
    {
        if (!context.World.IsInteractive)
        {
            context.Console.Report([DiagnosticCatalog.ConfirmationNeeded(operated.At, writes)], _ => null);
            return ExitCode.Usage;
        }

        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Write {writes} attestation(s) to '{operated.Environment.Name}'? Type yes:"));
        if (string.Equals(context.World.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase)) return null;
        context.Console.WriteLine("Nothing was written.");
        return ExitCode.Success;
    }
}
