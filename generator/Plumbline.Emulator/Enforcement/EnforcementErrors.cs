using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>What goes wrong when a policy acts by itself: a method a code, in the words of the service where they are known.</summary>
internal static class EnforcementErrors
{
    public static ArmError IdentityMissing(string assignment) =>
        new(400, "PolicyAssignmentIdentityMissing", $"The policy assignment '{assignment}' has no managed identity. Assign it again with an identity and a location, and give the identity the roles of the policy.");

    public static ArmError InvalidDeployment(string reason) =>
        new(400, "InvalidPolicyDeployment", $"The deployment of the policy could not be made: {reason}.");
}
