using System.Text.Json;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Authoring;

/// <summary>Which policy objects refer to which.</summary>
internal static class PolicyUse
{
    /// <summary>The ids of the initiatives and assignments that refer to <paramref name="id"/>.</summary>
    public static IEnumerable<string> Of(ArmState state, ResourceId id) =>
        state.OfType(ResourceTypes.PolicySetDefinition).Where(set => Members(set).Contains(id))
            .Concat(state.OfType(ResourceTypes.PolicyAssignment).Where(assignment => Assigned(assignment)?.Equals(id) == true))
            .Select(user => user.Id.Text);

    /// <summary>What an assignment assigns.</summary>
    public static ResourceId? Assigned(StoredResource assignment) => ResourceId.TryParse(assignment.PropertyText("policyDefinitionId") ?? string.Empty);

    private static IEnumerable<ResourceId> Members(StoredResource set) =>
        set.Property("policyDefinitions") is { ValueKind: JsonValueKind.Array } members
            ? members.EnumerateArray().Select(MemberId).OfType<ResourceId>()
            : [];

    private static ResourceId? MemberId(JsonElement member) =>
        member.ValueKind == JsonValueKind.Object && member.TryGetProperty("policyDefinitionId", out var id) && id.ValueKind == JsonValueKind.String
            ? ResourceId.TryParse(id.GetString() ?? string.Empty)
            : null;
}
