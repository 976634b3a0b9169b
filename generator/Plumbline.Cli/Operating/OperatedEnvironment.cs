using Plumbline.Arm;
using Plumbline.Cli.Commands;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Operating;

/// <summary>An environment that is operated: where it is, and what is deployed for it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Environment">What is declared.</param>
/// <param name="At">Where it is configured.</param>
internal sealed record OperatedEnvironment(ArmConnection Connection, DeploymentEnvironment Environment, SourceLocation At)
{
    /// <summary>Opens an environment and runs <paramref name="action"/> in it.</summary>
    public static Task<ExitCode> RunAsync(CommandContext context, string name, Func<OperatedEnvironment, Task<ExitCode>> action, CancellationToken cancellationToken) =>
        EnvironmentCommands.RunAsync(
            context,
            name,
            session =>
            {
                var settings = session.Settings;
                var assignment = new AssignmentDeclaration(settings.Assignment.Name, ArmObjectKind.PolicySetDefinition, settings.Initiative, [settings.Scope], session.At);
                var environment = new DeploymentEnvironment(settings.Name, settings.Cloud, null, settings.Scope, Guid.Empty.ToString("D"), session.At) { Assignments = [assignment] };
                return action(new(session.Connection, environment, session.At));
            },
            cancellationToken);
}
