namespace Plumbline.Reporting;

/// <summary>The formulas of the percentages, as the formats print them.</summary>
public static class Formulas
{
    /// <summary>Of <see cref="StateCounts.Azure"/>.</summary>
    public const string Azure = "(compliant + exempt + unknown) / (compliant + exempt + unknown + non-compliant + conflict + error)";

    /// <summary>Of <see cref="StateCounts.Strict"/>.</summary>
    public const string Strict = "compliant / (compliant + non-compliant + conflict + error)";

    /// <summary>Of <see cref="ComplianceReport.Coverage"/>.</summary>
    public const string Coverage = "customer controls with a policy state / customer controls";
}
