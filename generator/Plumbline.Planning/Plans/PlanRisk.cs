namespace Plumbline.Planning.Plans;

/// <summary>How closely an operation should be looked at.</summary>
public enum PlanRisk
{
    /// <summary>Adds, or changes words.</summary>
    None,

    /// <summary>Changes how resources are judged, or gives rights.</summary>
    Review,

    /// <summary>Takes something away.</summary>
    Destructive,
}
