namespace Plumbline.Planning.Plans;

/// <summary>What kind of change an operation is.</summary>
public enum PlanClass
{
    /// <summary>Resources are judged or changed differently.</summary>
    Behaviour,

    /// <summary>Only texts, versions or order.</summary>
    Documentation,

    /// <summary>Only whose it is.</summary>
    Ownership,
}
