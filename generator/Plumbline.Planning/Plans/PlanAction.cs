namespace Plumbline.Planning.Plans;

/// <summary>What is done with an object.</summary>
public enum PlanAction
{
    /// <summary>It does not exist.</summary>
    Create,

    /// <summary>It exists and is different.</summary>
    Update,

    /// <summary>It takes the place of an object that cannot be changed this way; that one stays until everything else is done.</summary>
    Successor,

    /// <summary>It exists without our mark, and gets it.</summary>
    Adopt,

    /// <summary>It is ours and not wanted any more.</summary>
    Delete,
}
