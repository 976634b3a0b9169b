using System.CommandLine;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Exemptions;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline exempt list|create|expiring|orphaned|redundant ENVIRONMENT</c>: looks after the exemptions of an environment.</summary>
internal static class ExemptCommand
{
    /// <summary>The command with its verbs.</summary>
    public static Command Create(CommandRunner runner) => new("exempt", "Look after the exemptions of an environment")
    {
        List(runner),
        ExemptCreateCommand.Create(runner),
        Verb(runner, "expiring", "Report exemptions that expired or expire within 30 days; exit with 1 when one expired", ExemptionReports.Expiring),
        Orphaned(runner),
        Verb(runner, "redundant", "Report exemptions that change nothing; exit with 1 when there is one", ExemptionReports.Redundant),
    };

    private static Command List(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var format = new Option<string>("--format") { Description = "text or json", HelpName = "format", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("list", "List the exemptions with how long they hold") { environment, format };
        runner.SetAction(command, (context, parse, _) => Task.FromResult(WithEnvironment(context, parse.GetRequiredValue(environment), deployment =>
            ExemptionReports.List(context, deployment, parse.GetRequiredValue(format)))));
        return command;
    }

    private static Command Orphaned(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var live = new Option<bool>("--live") { Description = "Look at what is deployed, too" };
        var command = new Command("orphaned", "Report exemptions that concern no assignment; exit with 1 when there is one") { environment, live };
        runner.SetAction(command, async (context, parse, cancellationToken) =>
        {
            var name = parse.GetRequiredValue(environment);
            var code = WithEnvironment(context, name, deployment => ExemptionReports.Orphaned(context, deployment));
            if (!parse.GetValue(live) || code is not (ExitCode.Success or ExitCode.Findings)) return code;

            var there = await EnvironmentCommands.RunAsync(context, name, session => ExemptionReports.OrphanedAtAsync(context, session, cancellationToken), cancellationToken).ConfigureAwait(false);
            return there == ExitCode.Success ? code : there;
        });
        return command;
    }

    private static Command Verb(CommandRunner runner, string name, string description, Func<CommandContext, Planning.Environments.DeploymentEnvironment, ExitCode> action)
    {
        var environment = EnvironmentCommands.Argument();
        var command = new Command(name, description) { environment };
        runner.SetAction(command, (context, parse, _) => Task.FromResult(WithEnvironment(context, parse.GetRequiredValue(environment), deployment => action(context, deployment))));
        return command;
    }

    private static ExitCode WithEnvironment(CommandContext context, string name, Func<Planning.Environments.DeploymentEnvironment, ExitCode> action)
    {
        var loaded = EnvironmentLoader.Load(context.Workspace, name);
        context.Console.Report(loaded.Diagnostics, context.Workspace.Read);
        return loaded.Value is { } environment ? action(environment.Deployment) : ExitCode.Usage;
    }
}
