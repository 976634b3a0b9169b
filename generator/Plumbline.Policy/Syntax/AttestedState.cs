namespace Plumbline.Policy.Syntax;

/// <summary>What somebody attests of a resource.</summary>
public enum AttestedState
{
    /// <summary>Nothing is known; also when the attestation does not say.</summary>
    Unknown,

    /// <summary>It complies.</summary>
    Compliant,

    /// <summary>It does not.</summary>
    NonCompliant,
}
