using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Remediations;

/// <summary>The refusals of attestations.</summary>
internal static class AttestationErrors
{
    public static ArmError Invalid(string name, string reason) =>
        new(400, "InvalidCreateAttestationRequest", $"The request to create attestation '{name}' is invalid. {reason}");

    public static ArmError NotFound(string name) =>
        new(404, "AttestationNotFound", $"The attestation '{name}' could not be found.");
}
