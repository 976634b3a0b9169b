namespace Plumbline.Planning.Plans;

/// <summary>How an endpoint differs from what is declared.</summary>
public enum DriftClass
{
    /// <summary>A declared object does not exist.</summary>
    Missing,

    /// <summary>Somebody changed an object after it was deployed.</summary>
    Edited,

    /// <summary>What is declared has changed since the object was deployed; nobody touched the object.</summary>
    DocumentsChanged,

    /// <summary>An object of this deployment is not declared.</summary>
    OwnedButUndeclared,

    /// <summary>The identity of an assignment lacks a role that its policies need.</summary>
    MissingRole,

    /// <summary>A role that was given for this deployment is not needed any more.</summary>
    OrphanRole,

    /// <summary>An exemption has ended.</summary>
    ExpiredExemption,

    /// <summary>An exemption is from an assignment that does not exist, or is not declared.</summary>
    OrphanExemption,

    /// <summary>A built-in definition is not the version that was reviewed.</summary>
    BuiltInMoved,
}
