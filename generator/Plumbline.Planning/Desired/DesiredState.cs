using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>Definitions, initiatives and assignments as they are to be.</summary>
/// <param name="Environment">What declares them.</param>
/// <param name="Documents">Definitions and initiatives.</param>
/// <param name="Assignments">Assignments.</param>
/// <param name="World">The engine's view of them.</param>
internal sealed record DesiredState(DeploymentEnvironment Environment, DesiredDocuments Documents, ImmutableArray<DesiredAssignment> Assignments, PolicyWorld World)
{
    /// <summary>Where the live state has to be read for an environment.</summary>
    public static LiveQuery Query(DeploymentEnvironment environment, PolicyDocuments documents)
    {
        var scopes = Distinct(environment.Assignments.SelectMany(assignment => assignment.Scopes));
        var roots = Roots(scopes.Append(environment.DefinitionScope).Concat(environment.Exemptions.SelectMany(exemption => exemption.Scopes)));
        var roleRoots = Roots(scopes.Concat(environment.Assignments.SelectMany(assignment => assignment.AdditionalRoles.Select(role => role.Scope))).Concat(PermissionScopes(environment, documents)));
        var groups = environment.Assignments.SelectMany(assignment => assignment.Scopes
            .Where(scope => ArmScope.Parse(scope)?.Kind == ArmScopeKind.ManagementGroup)
            .Select(scope => ArmObjectKind.PolicyAssignment.IdAt(scope, assignment.Name)));
        return new(environment.DefinitionScope, scopes, roots, Distinct(groups), roleRoots, BuiltIns(environment, documents));
    }

    // A value that names a resource may be one that a policy needs rights on; where no policy asks for such rights, nothing is read there.
    private static IEnumerable<string> PermissionScopes(DeploymentEnvironment environment, PolicyDocuments documents) =>
        from assignment in documents.Definitions.Concat(documents.BuiltIns).Any(GrantsPermissions) ? environment.Assignments : []
        from value in assignment.Parameters.Properties
        where value.Value is TextValue
        select ((TextValue)value.Value).Value;

    private static bool GrantsPermissions(PolicyDocument document) =>
        document.Properties["parameters"] is ObjectValue parameters
        && parameters.Properties.Any(parameter => parameter.Value is ObjectValue declaration && declaration["metadata"] is ObjectValue metadata && metadata["assignPermissions"] is not UndefinedValue);

    private static ImmutableArray<string> BuiltIns(DeploymentEnvironment environment, PolicyDocuments documents)
    {
        var targets = environment.Assignments.Select(assignment => assignment.Target).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var members = documents.Initiatives.Where(set => targets.Contains(set.Name)).SelectMany(set => PlaceholderScope.Members(set.Properties)).Select(PlaceholderScope.DefinitionIdOf);
        return Distinct(targets.Concat(members).Where(id => id.StartsWith(ArmObjectKinds.Provider, StringComparison.OrdinalIgnoreCase)));
    }

    private static ImmutableArray<string> Roots(IEnumerable<string> scopes) => Distinct(scopes.Select(scope => ArmScope.Parse(scope)?.Root).OfType<string>());

    private static ImmutableArray<string> Distinct(IEnumerable<string> ids) =>
        [.. ids.Select(id => id.TrimEnd('/')).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
