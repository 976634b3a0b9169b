using System.Globalization;

namespace Plumbline.Reporting;

/// <summary>A percentage that never parts from its counts.</summary>
/// <param name="Part">The numerator.</param>
/// <param name="Whole">The denominator; zero means that nothing applies, which is neither 0 % nor 100 %.</param>
public readonly record struct Percentage(int Part, int Whole)
{
    /// <summary>One decimal, half away from zero; null when nothing applies.</summary>
    /// <remarks>Never rounded up to 100.0 nor down to 0.0: 99.96 is 99.9 and 0.04 is 0.1, because "all" and "none" are claims.</remarks>
    public decimal? Value => Whole == 0 ? null : new decimal(Tenths, 0, 0, isNegative: false, scale: 1);

    /// <summary>Such as <c>85.0 %</c>, or <c>n/a</c>.</summary>
    public string Text => Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0} %") : "n/a";

    /// <summary>Such as <c>85/100</c>.</summary>
    public string Counts => string.Create(CultureInfo.InvariantCulture, $"{Part}/{Whole}");

    private int Tenths
    {
        get
        {
            var rounded = (int)((2000L * Part + Whole) / (2L * Whole));
            if (rounded == 1000 && Part < Whole) return 999;
            return rounded == 0 && Part > 0 ? 1 : rounded;
        }
    }

    /// <summary>Such as <c>85.0 % (85/100)</c>, or <c>n/a</c>.</summary>
    public override string ToString() => Whole == 0 ? Text : $"{Text} ({Counts})";
}
