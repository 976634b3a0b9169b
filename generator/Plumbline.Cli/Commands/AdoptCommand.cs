using System.CommandLine;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Operations;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline adopt ENVIRONMENT NAME...</c>: takes over objects that exist without a mark, and brings them to what is declared.</summary>
internal static class AdoptCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = new Argument<string>("environment") { Description = "An environment of plumbline.yaml, or 'local' for the embedded emulator" };
        var names = new Argument<string[]>("name") { Description = "Names or ids of the objects; * stands for any text", Arity = ArgumentArity.OneOrMore };
        var options = new ApplyCommandOptions();
        var command = new Command("adopt", "Take over objects that exist and were not deployed from here") { environment, names };
        options.AddTo(command);
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            async session =>
            {
                var (made, code) = await PlanMaker.MakeAsync(context, session, new PlanChoices([.. parse.GetValue(names) ?? []], Destroy: false), cancellationToken).ConfigureAwait(false);
                if (made is null) return code;
                PlanRenderer.Print(context.Console, made.Plan);
                return await ApplyCommand.ApprovedAsync(context, session, made.Plan, options.Read(parse), cancellationToken).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }
}
