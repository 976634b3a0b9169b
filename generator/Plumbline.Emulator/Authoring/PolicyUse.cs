using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>Which policy objects refer to which.</summary>
internal static class PolicyUse
{
    /// <summary>The ids of the initiatives and assignments that refer to <paramref name="id"/>.</summary>
    public static IEnumerable<string> Of(ArmState state, ResourceId id) =>
        state.OfType(ResourceTypes.PolicySetDefinition).Where(set => Members(set).Contains(id))
            .Concat(state.OfType(ResourceTypes.PolicyAssignment).Where(assignment => Assigned(assignment)?.Equals(id) == true))
            .Select(user => user.Id.Text);

    /// <summary>The ids of the initiatives and assignments that mean a version of <paramref name="id"/> which <paramref name="next"/> does not have any more.</summary>
    public static IEnumerable<string> OfLost(ArmState state, ArmState next, ResourceId id) =>
        state.OfType(ResourceTypes.PolicyAssignment).Where(assignment => Assigned(assignment)?.Equals(id) == true && IsLost(next, id, assignment.PropertyText("definitionVersion")))
            .Concat(state.OfType(ResourceTypes.PolicySetDefinition).Where(set => Pins(set, id).Any(wanted => IsLost(next, id, wanted))))
            .Select(user => user.Id.Text);

    /// <summary>What an assignment assigns.</summary>
    public static ResourceId? Assigned(StoredResource assignment) => ResourceId.TryParse(assignment.PropertyText("policyDefinitionId") ?? string.Empty);

    private static IEnumerable<ResourceId> Members(StoredResource set) =>
        set.Property("policyDefinitions") is { ValueKind: JsonValueKind.Array } members
            ? members.EnumerateArray().Select(MemberId).OfType<ResourceId>()
            : [];

    private static IEnumerable<string?> Pins(StoredResource set, ResourceId id) =>
        set.Property("policyDefinitions") is { ValueKind: JsonValueKind.Array } members
            ? members.EnumerateArray().Where(member => MemberId(member)?.Equals(id) == true).Select(member => member.Text("definitionVersion"))
            : [];

    private static bool IsLost(ArmState next, ResourceId id, string? wanted) => PolicyVersions.Choose(next, id.Text, wanted) is null;

    private static ResourceId? MemberId(JsonElement member) =>
        member.ValueKind == JsonValueKind.Object && member.TryGetProperty("policyDefinitionId", out var id) && id.ValueKind == JsonValueKind.String
            ? ResourceId.TryParse(id.GetString() ?? string.Empty)
            : null;
}
