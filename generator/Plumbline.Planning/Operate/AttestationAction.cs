namespace Plumbline.Planning.Operate;

/// <summary>What becomes of an attestation.</summary>
public enum AttestationAction
{
    /// <summary>It is not there yet.</summary>
    Create,

    /// <summary>It says something else.</summary>
    Update,

    /// <summary>It is as declared.</summary>
    Unchanged,

    /// <summary>It was written from here and is declared no more; it is left alone.</summary>
    Undeclared,
}
