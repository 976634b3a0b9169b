using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Coverage;

/// <summary>How often a result of a condition was decisive.</summary>
/// <param name="Hits">In how many tests.</param>
/// <param name="Unreachable">Says that no resource can make it decisive, or null.</param>
public sealed record DirectionCoverage(int Hits, UnreachableResult? Unreachable)
{
    /// <summary>Whether tests are asked for.</summary>
    public bool IsAsked => Unreachable is null;

    /// <summary>Whether a test is missing.</summary>
    public bool IsMissing => IsAsked && Hits == 0;
}
