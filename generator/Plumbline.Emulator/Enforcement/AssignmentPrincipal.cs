using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>The managed identity of an assignment, by which it remediates.</summary>
internal static class AssignmentPrincipal
{
    /// <summary>The principal; null when the assignment has no identity, or one that does not exist.</summary>
    public static Caller? Of(ArmState state, string assignmentId)
    {
        if (state.Find(assignmentId) is not { } assignment || assignment.Body.Property("identity") is not { } identity) return null;
        var principal = identity.Text("principalId") ?? UserAssigned(state, identity);
        return principal is null ? null : new Caller(principal, state.Find($"/providers/{ResourceTypes.ServicePrincipal}/{principal}")?.PropertyText("appId"), assignment.Id.Name);
    }

    // An assignment has one identity at most; what the assignment does not tell of it, the identity itself does.
    private static string? UserAssigned(ArmState state, JsonElement identity)
    {
        if (identity.Property("userAssignedIdentities") is not { ValueKind: JsonValueKind.Object } identities) return null;
        return identities.EnumerateObject()
            .Select(item => item.Value.Text("principalId") ?? state.Find(item.Name)?.PropertyText("principalId"))
            .FirstOrDefault(principal => principal is not null);
    }
}
