namespace Plumbline.Policy.Syntax;

/// <summary>Why something is exempt.</summary>
public enum ExemptionCategory
{
    /// <summary>The violation is accepted.</summary>
    Waiver,

    /// <summary>The policy's intent is met in another way.</summary>
    Mitigated,
}
