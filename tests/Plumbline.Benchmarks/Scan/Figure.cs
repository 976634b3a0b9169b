namespace Plumbline.Benchmarks.Scan;

/// <summary>One measured number.</summary>
/// <param name="Key">Its key in the JSON output.</param>
/// <param name="Text">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Target">The most it should be, or null for a figure without a target.</param>
internal sealed record Figure(string Key, string Text, double Value, string Unit, double? Target = null)
{
    /// <summary>Whether it keeps its target.</summary>
    public bool IsKept => Target is not { } most || Value <= most;
}
