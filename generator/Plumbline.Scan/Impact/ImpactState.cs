namespace Plumbline.Scan.Impact;

/// <summary>What a policy says of a resource; what counts more comes later.</summary>
public enum ImpactState
{
    /// <summary>It does not apply.</summary>
    NotApplicable,

    /// <summary>The resource is exempt from it.</summary>
    Exempt,

    /// <summary>The resource satisfies it.</summary>
    Compliant,

    /// <summary>It depends on what the input does not hold.</summary>
    Unknown,

    /// <summary>The resource violates it, or the evaluation fails.</summary>
    NonCompliant,
}
