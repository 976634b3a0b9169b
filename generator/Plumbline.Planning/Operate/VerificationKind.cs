namespace Plumbline.Planning.Operate;

/// <summary>How the engine's expectation and Azure's state relate.</summary>
public enum VerificationKind
{
    /// <summary>Both say another state.</summary>
    Different,

    /// <summary>Azure has a state, and the engine says the policy does not apply.</summary>
    OnlyInAzure,

    /// <summary>The engine says the policy applies, and Azure has no state.</summary>
    OnlyHere,

    /// <summary>The two cannot be compared, for a reason that lies in the policy.</summary>
    NotComparable,

    /// <summary>The two cannot be compared because something could not be read, or is not up to date.</summary>
    Incomplete,
}
