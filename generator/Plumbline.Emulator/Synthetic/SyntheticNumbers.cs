namespace Plumbline.Emulator.Synthetic;

/// <summary>Numbers that look random and are a function of the seed and a place alone.</summary>
internal static class SyntheticNumbers
{
    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    /// <param name="seed">The seed of the estate.</param>
    /// <param name="place">The place of a resource.</param>
    /// <param name="use">Tells numbers for different uses apart.</param>
    public static int Below(int bound, int seed, int place, int use) => (int)(Mix(((ulong)(uint)seed << 32 | (uint)place) + ((ulong)use * 0x9E3779B97F4A7C15)) % (ulong)bound);

    // The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
