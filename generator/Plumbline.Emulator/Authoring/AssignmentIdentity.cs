using System.Text.Json.Nodes;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>The rules of an assignment's name, identity and location.</summary>
internal static class AssignmentIdentity
{
    private const int MaximumName = 64;
    private const int MaximumNameAtManagementGroup = 24;
    private static readonly string[] Types = ["None", "SystemAssigned", "UserAssigned"];

    /// <summary>The refusal, or null.</summary>
    public static ArmError? Validate(ArmState state, StoredResource candidate)
    {
        var limit = candidate.Id.Parent?.Is(ResourceTypes.ManagementGroup) == true ? MaximumNameAtManagementGroup : MaximumName;
        if (candidate.Id.Name.Length > limit) return AuthoringErrors.AssignmentNameTooLong(candidate.Id.Name, limit);
        var document = Json.Thaw(candidate.Body);
        if (state.Find(candidate.Id)?.Body.Text("location") is { } location && !IsSame(document.Text("location"), location))
            return AuthoringErrors.AssignmentLocationChanged(candidate.Id.Name, location, document.Text("location") ?? string.Empty);
        return document["identity"] is JsonObject identity ? Validate(state, document, identity) : null;
    }

    private static ArmError? Validate(ArmState state, JsonObject document, JsonObject identity)
    {
        var type = Types.FirstOrDefault(type => string.Equals(type, identity.Text("type"), StringComparison.OrdinalIgnoreCase));
        if (type is null) return AuthoringErrors.InvalidAssignment($"The identity type '{identity.Text("type")}' is not one of '{string.Join(", ", Types)}'.");
        if (type != "None" && document.Text("location") is not { Length: > 0 }) return ArmErrors.LocationRequired();
        if (type != "UserAssigned") return null;
        if (identity["userAssignedIdentities"] is not JsonObject { Count: 1 }) return AuthoringErrors.InvalidAssignment("A policy assignment can have exactly one user assigned identity.");
        return ManagedIdentities.Missing(state, identity) is { } missing ? AuthoringErrors.IdentityNotFound(document.Text("id") ?? string.Empty, missing) : null;
    }

    // "West Europe" and "westeurope" are the same location.
    private static bool IsSame(string? left, string right) => string.Equals(
        left?.Replace(" ", string.Empty, StringComparison.Ordinal), right.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
