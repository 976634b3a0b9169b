using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>What is assigned where.</summary>
internal static class AssignedPolicies
{
    /// <summary>All assigned definitions, initiatives taken apart, in the order of the assignments' ids and of the members.</summary>
    public static ImmutableArray<AssignedPolicy> In(ArmState state) =>
        [.. state.OfType(ResourceTypes.PolicyAssignment).SelectMany(assignment => Of(state, assignment))];

    /// <summary>Whether an assignment reaches a resource: inside its scope and inside none of its <c>notScopes</c>.</summary>
    public static bool Reaches(StoredResource assignment, ResourceId resource) =>
        assignment.Id.Parent is { } scope && resource.IsWithin(scope) && !NotScopes(assignment).Any(resource.IsWithin);

    private static IEnumerable<AssignedPolicy> Of(ArmState state, StoredResource assignment)
    {
        if (PolicyUse.Assigned(assignment) is not { } id || state.Find(id) is not { } target) return [];
        var values = ParameterValues.Read(assignment.Property("parameters"));
        if (target.Id.Is(ResourceTypes.PolicySetDefinition)) return OfSet(state, assignment, target, values);
        return ParsedPolicies.Definition(target).Value is { } definition
            ? [new AssignedPolicy(assignment, null, target, definition, values, null)]
            : [];
    }

    private static IEnumerable<AssignedPolicy> OfSet(
        ArmState state, StoredResource assignment, StoredResource target, ImmutableDictionary<string, PolicyValue> values)
    {
        if (ParsedPolicies.SetDefinition(target).Value is not { } set) yield break;
        foreach (var reference in set.References)
        {
            if (state.Find(reference.PolicyDefinitionId) is not { } stored || ParsedPolicies.Definition(stored).Value is not { } definition) continue;
            var (bound, error) = MemberParameters.Bind(reference, set, values);
            yield return new AssignedPolicy(assignment, new SetMember(target, set, reference), stored, definition, bound, error);
        }
    }

    private static IEnumerable<ResourceId> NotScopes(StoredResource assignment) =>
        assignment.Property("notScopes") is { ValueKind: JsonValueKind.Array } scopes
            ? scopes.EnumerateArray().Select(scope => ResourceId.TryParse(scope.ValueKind == JsonValueKind.String ? scope.GetString() ?? string.Empty : string.Empty)).OfType<ResourceId>()
            : [];
}
