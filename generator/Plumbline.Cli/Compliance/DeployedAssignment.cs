using System.Collections.Immutable;
using Plumbline.Arm;
using Plumbline.Arm.Reading;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Compliance;

/// <summary>Finds the resource that a declared assignment is deployed as: a successor has another name than its declaration.</summary>
internal static class DeployedAssignment
{
    /// <summary>The id at the first scope: of the one that is enforced, when there are two in the middle of a change; the declared one when nothing is deployed. Null, with the exit code, when it cannot be read.</summary>
    public static async Task<(string? Id, ExitCode Code)> FindAsync(CommandContext context, DeploymentSession session, AssignmentDeclaration declared, CancellationToken cancellationToken)
    {
        var scope = declared.Scopes[0];
        var query = new LiveQuery(session.Environment.DefinitionScope, [scope], [], [], [], []);
        var reading = await new LiveStateReader(session.Connection).ReadAsync(query, cancellationToken).ConfigureAwait(false);
        if (reading.State is not { } live)
        {
            ImmutableArray<Diagnostic> problems = [.. reading.Failures.Select(failure => failure.ToDiagnostic(session.At))];
            context.Console.Report(problems, context.Workspace.Read);
            return (null, EnvironmentCommands.CodeOf(reading.Failures[0]));
        }

        var deployed = live.Of(ArmObjectKind.PolicyAssignment)
            .Where(one => string.Equals(one.Scope, scope, StringComparison.OrdinalIgnoreCase) && OwnershipMark.IsOf(session.Environment, one) && OwnershipMark.NameOf(one) == declared.Name)
            .OrderBy(one => one.Properties["enforcementMode"] is TextValue { Value: "DoNotEnforce" })
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return (deployed?.Id ?? ArmObjectKind.PolicyAssignment.IdAt(scope, declared.Name), ExitCode.Success);
    }
}
