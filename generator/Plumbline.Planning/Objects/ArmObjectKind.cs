namespace Plumbline.Planning.Objects;

/// <summary>The kinds of objects a deployment consists of, in the order in which they depend on each other.</summary>
public enum ArmObjectKind
{
    /// <summary>A policy definition.</summary>
    PolicyDefinition,

    /// <summary>An initiative.</summary>
    PolicySetDefinition,

    /// <summary>The assignment of an initiative or of a definition.</summary>
    PolicyAssignment,

    /// <summary>A role that the identity of an assignment has at a scope.</summary>
    RoleAssignment,

    /// <summary>An exemption from an assignment.</summary>
    PolicyExemption,
}
