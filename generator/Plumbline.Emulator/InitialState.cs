using System.Collections.Immutable;
using System.Text;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator;

/// <summary>What the emulator knows before its first request.</summary>
internal static class InitialState
{
    /// <summary>The seeds in a new subscription, or an imported state, and the built-ins.</summary>
    /// <param name="policies">Tells which policies imported compliance records are of.</param>
    /// <exception cref="EmulatorStartException">One of them cannot be used.</exception>
    public static ArmState Build(EmulatorOptions options, PreparedPolicies policies)
    {
        if (options.Import is { } import)
        {
            var (state, records) = StateDocument.Read(Encoding.UTF8.GetBytes(import.Text), import.File);
            return WithRecords(Complete(state, options), policies, records);
        }

        var seeded = Seeds.Plant(Seeds.Empty(options.TenantId, options.SubscriptionId), options.SeedResources, options.KeepsSeedSubscriptions);
        return Complete(seeded, options);
    }

    /// <summary>What a state file holds, with the built-ins; what <see cref="Build"/> gives, kept in the file, when it is new.</summary>
    /// <param name="policies">Tells which policies the kept compliance records are of.</param>
    /// <exception cref="EmulatorStartException">It cannot be used.</exception>
    public static ArmState Open(EmulatorOptions options, SqliteJournal journal, PreparedPolicies policies)
    {
        if (journal.Load() is { } state)
        {
            if (!string.Equals(state.SubscriptionId, options.SubscriptionId, StringComparison.OrdinalIgnoreCase)) throw Foreign(options, state);
            return WithRecords(Complete(state, options), policies, journal.LoadPolicyStates());
        }

        var first = Build(options, policies);
        journal.KeepAll(first);
        return first;
    }

    private static ArmState WithRecords(ArmState state, PreparedPolicies policies, ImmutableArray<KeptPolicyState> records) =>
        state with { PolicyStates = PolicyStateRows.FromRows(state, policies.MembersOf(state), records) };

    // What the file does not keep: it comes from the product and the options of each run.
    private static ArmState Complete(ArmState state, EmulatorOptions options) =>
        InitialAccess.Add(BuiltIns.Add(state, options.BuiltInDefinitions), options.Principals);

    private static EmulatorStartException Foreign(EmulatorOptions options, ArmState state) => new(
        $"The state file '{options.StateFile}' is of subscription '{state.SubscriptionId}', not '{options.SubscriptionId}'. Start with that subscription or name another file.");
}
