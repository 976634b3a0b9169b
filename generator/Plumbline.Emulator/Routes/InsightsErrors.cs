using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The refusals of PolicyInsights.</summary>
internal static class InsightsErrors
{
    public static ArmError InvalidQuery(string reason) => new(400, "InvalidQuery", reason);

    public static ArmError ResponseTooLarge(string reason) => new(400, "ResponseTooLarge", reason);

    public static ArmError OperationNotFound(string operation) =>
        new(404, "AsyncOperationNotFound", $"The operation '{operation}' could not be found. Trigger an evaluation first.");

    public static ArmError MetadataNotFound(string name) => new(404, "PolicyMetadataNotFound", $"The policy metadata '{name}' could not be found.");
}
