using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator;

/// <summary>What the emulator knows before its first request.</summary>
internal static class InitialState
{
    /// <summary>The state file's content if there is one, else the seeds; and the built-ins.</summary>
    /// <exception cref="EmulatorStartException">One of them cannot be used.</exception>
    public static ArmState Build(EmulatorOptions options)
    {
        var state = options.StateFile is { } path && File.Exists(path)
            ? StateFile.Read(path)
            : options.SeedResources.Aggregate(Seeds.Empty(options.TenantId, options.SubscriptionId), Seeds.Plant);
        if (!string.Equals(state.SubscriptionId, options.SubscriptionId, StringComparison.OrdinalIgnoreCase))
        {
            throw new EmulatorStartException(
                $"The state file '{options.StateFile}' is of subscription '{state.SubscriptionId}', not '{options.SubscriptionId}'. Start with that subscription or name another file.");
        }

        return BuiltIns.Add(state, options.BuiltInDefinitions);
    }
}
