using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>The refusals of faults, in ARM's words.</summary>
internal static class FaultErrors
{
    public static ArmError Throttled() =>
        new(429, "TooManyRequests", "The request is being throttled as the limit has been reached for operation type - Request. For more information, see https://aka.ms/arm-throttling");

    public static ArmError Unavailable() =>
        new(503, "ServerTimeout", "The request timed out.");

    /// <summary>The refusal of a role assignment whose principal a fault has lost; null for all else. Who says what type the principal has is believed, as by Azure.</summary>
    public static ArmError? LostPrincipal(ArmRequest request, string tenant) =>
        request.LosesPrincipal && request.Body?["properties"] is JsonObject properties && properties.Text("principalType") is null
            ? PrincipalNotFound((properties.Text("principalId") ?? string.Empty).Replace("-", string.Empty, StringComparison.Ordinal), tenant)
            : null;

    private static ArmError PrincipalNotFound(string principal, string tenant) =>
        new(400, "PrincipalNotFound",
            $"Principal {principal} does not exist in the directory {tenant}. Check that you have the correct principal ID. If you are creating this principal and then immediately "
            + "assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, "
            + "User, or Group.  See https://aka.ms/docs-principaltype");

    public static ArmError InvalidPlan(IEnumerable<string> problems) =>
        new(400, "InvalidFaultPlan", $"The fault plan cannot be used: {string.Join(" ", problems)}");

    public static ArmError OwnerOnly() =>
        new(403, "AuthorizationFailed", "What stands under /emulator is for an Owner of the tenant.");
}
