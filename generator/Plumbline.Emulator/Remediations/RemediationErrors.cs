using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Remediations;

/// <summary>The refusals of remediations: a method a code, in the words of the service where they are known.</summary>
internal static class RemediationErrors
{
    public static ArmError Invalid(string name, string reason) =>
        new(400, "InvalidCreateRemediationRequest", $"The request to create remediation '{name}' is invalid. {reason}");

    public static ArmError NotFound(string name) =>
        new(404, "RemediationNotFound", $"The remediation '{name}' could not be found.");

    public static ArmError StillRunning(string name, string state) =>
        new(400, "InvalidDeleteRemediationRequest", $"The remediation '{name}' cannot be deleted because it is in the state '{state}'. Only remediations that have ended can be deleted; cancel it first.");

    public static ArmError NotRunning(string name, string state) =>
        new(400, "InvalidCancelRemediationRequest", $"The remediation '{name}' cannot be canceled because it is in the state '{state}'. Only remediations in progress can be canceled.");

    public static ArmError ResourceGone(string id) =>
        new(404, "ResourceNotFound", $"The resource '{id}' was not found.");

    public static ArmError ChangeRefused(string field, string reason) =>
        new(403, "RequestDisallowedByPolicy", $"The field '{field}' could not be modified: {reason}.");
}
