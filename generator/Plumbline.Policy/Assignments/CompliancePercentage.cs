using System.Globalization;

namespace Plumbline.Policy.Assignments;

/// <summary>A percentage that never parts from its counts and its formula.</summary>
/// <param name="Part">The numerator.</param>
/// <param name="Whole">The denominator; zero means that nothing applies, which is neither 0 % nor 100 %.</param>
/// <param name="Formula">What the counts are, such as <c>Compliant / (Compliant + NonCompliant)</c>.</param>
public sealed record CompliancePercentage(int Part, int Whole, string Formula)
{
    /// <summary>One decimal, half away from zero; null when nothing applies. 100.0 only when all are counted, 0.0 only when none is.</summary>
    public decimal? Value => Whole == 0 ? null : Math.Clamp(
        Math.Round(100m * Part / Whole, 1, MidpointRounding.AwayFromZero),
        Part == 0 ? 0m : 0.1m,
        Part == Whole ? 100m : 99.9m);

    /// <summary>Such as <c>85.0 % (85/100)</c>, or <c>n/a</c>.</summary>
    public override string ToString() => Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0} % ({Part}/{Whole})") : "n/a";
}
