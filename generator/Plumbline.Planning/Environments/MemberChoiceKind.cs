namespace Plumbline.Planning.Environments;

/// <summary>By what a <see cref="MemberChoice"/> chooses.</summary>
public enum MemberChoiceKind
{
    /// <summary>All policies of a control.</summary>
    Control,

    /// <summary>All members that refer to a definition.</summary>
    Policy,

    /// <summary>One member.</summary>
    Reference,
}
