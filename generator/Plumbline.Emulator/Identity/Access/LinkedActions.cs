using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>What a request does to other resources than the one it names, and needs a permission for there.</summary>
internal static class LinkedActions
{
    /// <summary>The operation that exempts from an assignment.</summary>
    public const string Exempt = "Microsoft.Authorization/policyAssignments/exempt/action";

    /// <summary>The operation that gives an identity to something.</summary>
    public const string AssignIdentity = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";

    /// <summary>The operations and where they are done.</summary>
    public static IEnumerable<(string Action, ResourceId Scope)> Of(ArmState state, ArmRequest request)
    {
        if (request.Method is not ("PUT" or "PATCH" or "DELETE") || ResourceId.TryParse(request.Path) is not { } id) return [];
        return id.Is(ResourceTypes.PolicyExemption) ? Exemption(state, request, id) : Identities(request);
    }

    private static IEnumerable<(string Action, ResourceId Scope)> Exemption(ArmState state, ArmRequest request, ResourceId id)
    {
        var given = (request.Body?["properties"] as JsonObject)?.Text("policyAssignmentId") ?? state.Find(id)?.PropertyText("policyAssignmentId");
        if (ResourceId.TryParse(given ?? string.Empty) is { } assignment) yield return (Exempt, assignment);
    }

    private static IEnumerable<(string Action, ResourceId Scope)> Identities(ArmRequest request)
    {
        if ((request.Body?["identity"] as JsonObject)?["userAssignedIdentities"] is not JsonObject identities) yield break;
        foreach (var (identity, value) in identities)
        {
            if (value is not null && ResourceId.TryParse(identity) is { } id) yield return (AssignIdentity, id);
        }
    }
}
