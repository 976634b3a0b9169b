using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Environments;

namespace Plumbline.Planning.Operations;

/// <summary>What was measured in a ring.</summary>
/// <param name="Compliant">Distinct resources that comply with everything.</param>
/// <param name="NonCompliant">Distinct resources that violate something.</param>
/// <param name="Denied">Distinct resources that the next ring would deny at their next write.</param>
/// <param name="Current">How long the assignments have been as they are; null when that is not known.</param>
public sealed record RingMeasurement(int Compliant, int NonCompliant, int Denied, TimeSpan? Current)
{
    /// <summary>The strict compliance in percent; null when nothing was evaluated.</summary>
    public decimal? Compliance => Compliant + NonCompliant == 0 ? null : Math.Round(100m * Compliant / (Compliant + NonCompliant), 1);

    /// <summary>What of a gate is not met, as sentences; none when the next ring may follow.</summary>
    public ImmutableArray<string> Misses(RingGate gate) =>
    [
        .. new[]
        {
            gate.MaximumNonCompliant is { } most && NonCompliant > most ? Text($"{NonCompliant} resources are non-compliant; {most} are allowed") : null,
            gate.MaximumDenied is { } denied && Denied > denied ? Text($"{Denied} resources would be denied at their next write; {denied} are allowed") : null,
            gate.MinimumCompliance is { } least && (Compliance ?? 0) < least ? Text($"the compliance is {Compliance?.ToString(CultureInfo.InvariantCulture) ?? "not known"} %; {least} % are needed") : null,
            gate.Soak > TimeSpan.Zero && (Current ?? TimeSpan.Zero) < gate.Soak ? Text($"the ring has been current for {Days(Current)} days; {Days(gate.Soak)} are needed") : null,
        }.OfType<string>(),
    ];

    private static string Days(TimeSpan? span) => (span ?? TimeSpan.Zero).TotalDays.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
