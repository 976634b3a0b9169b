using Newtonsoft.Json.Linq;
using Plumbline.Arm;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Configuration;

/// <summary>The first assignment of an environment: where an initiative is deployed, and how it is assigned there.</summary>
/// <param name="Name">The key in the file; what commands are given.</param>
/// <param name="Cloud">public, government, china, local or custom.</param>
/// <param name="Endpoint">The ARM endpoint of a local or custom cloud, else null.</param>
/// <param name="Scope">Where it is assigned, as a resource id.</param>
/// <param name="Initiative">The name of the initiative; empty when no initiative is assigned.</param>
/// <param name="Assignment">How it is assigned.</param>
internal sealed record EnvironmentSettings(
    string Name,
    string Cloud,
    Uri? Endpoint,
    string Scope,
    string Initiative,
    AssignmentSettings Assignment)
{
    /// <summary>The name of the built-in environment: the embedded emulator.</summary>
    public const string Local = "local";

    /// <summary>Takes the first assignment.</summary>
    public static EnvironmentSettings Of(ConfiguredEnvironment environment)
    {
        var deployment = environment.Deployment;
        var first = deployment.Assignments.FirstOrDefault(assignment => assignment.Kind == ArmObjectKind.PolicySetDefinition);
        return new EnvironmentSettings(
            deployment.Name, environment.Cloud, environment.Endpoint, first?.Scopes[0] ?? deployment.DefinitionScope, first?.Target ?? "", HowAssigned(first));
    }

    private static AssignmentSettings HowAssigned(AssignmentDeclaration? declared) => declared is null
        ? new AssignmentSettings("", "", "Default", [])
        : new AssignmentSettings(declared.Name, declared.DisplayName ?? declared.Name, declared.EnforcementMode, (JObject)PolicyValueWriter.ToToken(declared.Parameters));
}
