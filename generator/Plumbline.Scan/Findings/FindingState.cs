namespace Plumbline.Scan.Findings;

/// <summary>What a scan finds.</summary>
public enum FindingState
{
    /// <summary>The policy applies and is violated.</summary>
    NonCompliant,

    /// <summary>The evaluation failed, which is an implicit deny at enforcement.</summary>
    Error,

    /// <summary>The verdict depends on something that the input does not hold.</summary>
    Unknown,
}
