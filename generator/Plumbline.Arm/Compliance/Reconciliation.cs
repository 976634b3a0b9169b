using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Compliance;

/// <summary>Compares the states that were read with the service's own counts, for each member of the initiative and state that it counts.</summary>
/// <param name="StatesExpected">How many states should have been read.</param>
/// <param name="Diagnostics">A warning when a count differs.</param>
internal sealed record Reconciliation(int StatesExpected, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Compares.</summary>
    public static Reconciliation Of(ImmutableArray<PolicyStateRecord> states, ComplianceSummary summary, SourceLocation at)
    {
        var read = states.CountBy(state => (state.Policy, state.State)).ToDictionary();
        var counts =
            from definition in summary.Definitions
            let policy = (definition.PolicyDefinitionId.ToUpperInvariant(), definition.ReferenceId.ToUpperInvariant())
            from count in definition.Resources
            select new Count($"'{count.State}' states of '{definition.ReferenceId}'", read.GetValueOrDefault((policy, count.State)), count.Count);
        var all = counts.ToImmutableArray();
        var different = all.Where(count => count.Read != count.Expected).ToImmutableArray();
        return new(states.Length + all.Sum(count => count.Expected - count.Read), Warnings(different, at));
    }

    private static ImmutableArray<Diagnostic> Warnings(ImmutableArray<Count> different, SourceLocation at)
    {
        if (different is not [var first, .. var others]) return [];

        var more = others.IsEmpty ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" (and {others.Length} more counts differ)");
        return [DiagnosticCatalog.StatesDoNotAddUp(at, first.What + more, first.Read, first.Expected)];
    }

    private sealed record Count(string What, int Read, int Expected);
}
