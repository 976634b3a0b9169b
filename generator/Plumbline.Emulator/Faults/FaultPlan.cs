using System.Collections.Immutable;

namespace Plumbline.Emulator.Faults;

/// <summary>All faults of a run. The same plan does the same to the same requests in the same order.</summary>
/// <param name="Seed">What probabilities and latencies are drawn from.</param>
/// <param name="Faults">All that meet a request take place; of several refusals the first.</param>
internal sealed record FaultPlan(long Seed, ImmutableArray<Fault> Faults)
{
    /// <summary>No faults.</summary>
    public static FaultPlan None { get; } = new(0, []);

    /// <summary>A number from 0 to below 1 that depends on the seed, the fault's place in the plan and the number of the request among those that fit it.</summary>
    public double Draw(int fault, long request, int use)
    {
        // SplitMix64: https://prng.di.unimi.it/splitmix64.c (public domain).
        var state = unchecked(((ulong)Seed * 0x9E3779B97F4A7C15UL) + ((ulong)fault << 40) + ((ulong)request << 4) + (ulong)use + 0x9E3779B97F4A7C15UL);
        state = unchecked((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL);
        state = unchecked((state ^ (state >> 27)) * 0x94D049BB133111EBUL);
        return ((state ^ (state >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
