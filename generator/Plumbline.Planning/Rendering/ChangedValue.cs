namespace Plumbline.Planning.Rendering;

/// <summary>A difference that is small enough to be read.</summary>
/// <param name="Path">Where.</param>
/// <param name="Before">What was there, shortened; null when nothing was.</param>
/// <param name="After">What is to be there, shortened; null when it is to go.</param>
internal sealed record ChangedValue(string Path, string? Before, string? After)
{
    /// <summary>The difference as one line with a sign.</summary>
    public PlanLine Line(int indent) => (Before, After) switch
    {
        (null, _) => new(PlanLineStyle.Create, indent, $"+ {Path}: {After}"),
        (_, null) => new(PlanLineStyle.Delete, indent, $"- {Path}: {Before}"),
        _ => new(PlanLineStyle.Update, indent, $"~ {Path}: {Before} -> {After}"),
    };

    /// <summary>The difference as lines of a unified difference: what goes, and what comes.</summary>
    public IEnumerable<string> Pair()
    {
        if (Before is not null) yield return $"- {Path}: {Before}";
        if (After is not null) yield return $"+ {Path}: {After}";
    }
}
