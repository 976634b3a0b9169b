using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Roles;

/// <summary>
/// Finds the least rights an assignment's identity needs: the roles of those members whose effect, after parameters and overrides, is modify or deployIfNotExists,
/// at the assignment's scope and at each resource that a parameter marked <c>assignPermissions</c> names.
/// </summary>
internal static class RoleNeeds
{
    /// <summary>The needs in ordinal order of scope and role, and parameters that should name a resource and do not.</summary>
    public static (ImmutableArray<RoleNeed> Needs, ImmutableArray<Diagnostic> Diagnostics) Of(DesiredAssignment assignment, PolicyWorld world)
    {
        var wanted = new List<(string Role, string Scope, string Because)>();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var effect in assignment.Effects.Where(Acts))
        {
            var (scopes, found) = Scopes(assignment, effect, world);
            problems.AddRange(found);
            wanted.AddRange(from role in Roles(effect) from scope in scopes select (role, scope, effect.ReferenceId ?? assignment.Declaration.Target));
        }

        wanted.AddRange(assignment.Declaration.AdditionalRoles.Select(grant => (WellKnownRoles.GuidOf(grant.RoleDefinitionId), grant.Scope, "declared")));
        return (Merged(assignment.Scope, wanted), problems.ToImmutable());
    }

    private static bool Acts(AssignedEffect effect) => effect.Effects.Any(name => name is EffectNames.DeployIfNotExists or EffectNames.Modify);

    // A role at the assignment's scope is one below it too.
    private static ImmutableArray<RoleNeed> Merged(string assignmentScope, List<(string Role, string Scope, string Because)> wanted)
    {
        var atScope = wanted.Where(need => IsSame(need.Scope, assignmentScope)).Select(need => need.Role).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from need in wanted
               where IsSame(need.Scope, assignmentScope) || !(atScope.Contains(need.Role) && ArmScope.Contains(assignmentScope, need.Scope))
               group need by (need.Role, Scope: need.Scope.TrimEnd('/').ToLowerInvariant()) into same
               orderby same.Key.Scope, same.Key.Role
               select new RoleNeed(same.Key.Role, same.First().Scope.TrimEnd('/'), [.. same.Select(need => need.Because).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
        ];
    }

    private static IEnumerable<string> Roles(AssignedEffect effect) =>
        effect.Definition?.Then.Details is ObjectValue details && details["roleDefinitionIds"] is ArrayValue roles
            ? roles.Items.OfType<TextValue>().Select(role => WellKnownRoles.GuidOf(role.Value)).Distinct(StringComparer.Ordinal)
            : [];

    private static (ImmutableArray<string> Scopes, ImmutableArray<Diagnostic> Diagnostics) Scopes(DesiredAssignment assignment, AssignedEffect effect, PolicyWorld world)
    {
        var scopes = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        scopes.Add(assignment.Scope);
        foreach (var parameter in world.ParametersOf(effect.DefinitionId).Properties.Where(parameter => GrantsPermissions(parameter.Value)))
        {
            foreach (var value in Texts(effect.Parameters.GetValueOrDefault(parameter.Key)))
            {
                if (ArmScope.Parse(value) is { } scope) scopes.Add(scope.Id);
                else problems.Add(DiagnosticCatalog.PermissionScopeUnknown(assignment.Declaration.At, effect.ReferenceId ?? assignment.Declaration.Target, parameter.Key, value));
            }
        }

        return (scopes.ToImmutable(), problems.ToImmutable());
    }

    private static bool GrantsPermissions(PolicyValue parameter) =>
        parameter is ObjectValue declaration && declaration["metadata"] is ObjectValue metadata && metadata["assignPermissions"] is BooleanValue { Value: true } or TextValue { Value: "true" or "True" };

    private static IEnumerable<string> Texts(PolicyValue? value) => value switch
    {
        TextValue { Value.Length: > 0 } text => [text.Value],
        ArrayValue items => items.Items.SelectMany(Texts),
        _ => [],
    };

    private static bool IsSame(string left, string right) => string.Equals(left.TrimEnd('/'), right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
