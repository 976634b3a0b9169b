namespace Plumbline.Reporting;

/// <summary>How many of something are in each state. What is counted (resources, or pairs of policy and resource) is said where the value stands.</summary>
public sealed record StateCounts(
    int NonCompliant, int Compliant, int Error, int Conflict, int Protected, int Exempt, int Unknown, int NotStarted, int Other)
{
    /// <summary>The sum over all states.</summary>
    public int Total => NonCompliant + Compliant + Error + Conflict + Protected + Exempt + Unknown + NotStarted + Other;

    /// <summary>
    /// Azure's documented percentage: (Compliant + Exempt + Unknown) / (Compliant + Exempt + Unknown + NonCompliant + Conflict + Error).
    /// It counts what is exempt or unknown as good; Protected is in neither part, because the text omits it.
    /// </summary>
    public Percentage Azure => new(Compliant + Exempt + Unknown, Compliant + Exempt + Unknown + NonCompliant + Conflict + Error);

    /// <summary>The strict percentage: Compliant / (Compliant + NonCompliant + Conflict + Error). Only what was evaluated and satisfied is good.</summary>
    public Percentage Strict => new(Compliant, Compliant + NonCompliant + Conflict + Error);

    /// <summary>The count of one state.</summary>
    public int this[ComplianceState state] => state switch
    {
        ComplianceState.NonCompliant => NonCompliant,
        ComplianceState.Compliant => Compliant,
        ComplianceState.Error => Error,
        ComplianceState.Conflict => Conflict,
        ComplianceState.Protected => Protected,
        ComplianceState.Exempt => Exempt,
        ComplianceState.Unknown => Unknown,
        ComplianceState.NotStarted => NotStarted,
        _ => Other,
    };

    /// <summary>Counts states.</summary>
    public static StateCounts Of(IEnumerable<ComplianceState> states)
    {
        Span<int> counts = stackalloc int[(int)ComplianceState.Other + 1];
        foreach (var state in states) counts[(int)state]++;
        return new(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7], counts[8]);
    }
}
