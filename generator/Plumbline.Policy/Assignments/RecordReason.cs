namespace Plumbline.Policy.Assignments;

/// <summary>Why a policy has a state for a resource, or has none.</summary>
public enum RecordReason
{
    /// <summary>It applies.</summary>
    Applicable,

    /// <summary>It applies, and an exemption covers the resource.</summary>
    Exempt,

    /// <summary>The resource lies outside of the assignment's scope. No state.</summary>
    OutOfScope,

    /// <summary>The resource lies in one of the assignment's <c>notScopes</c>. No state.</summary>
    NotScope,

    /// <summary>None of the assignment's resource selectors chooses the resource. No state.</summary>
    ResourceSelector,

    /// <summary>The definition's mode does not see resources of the type. No state.</summary>
    Mode,

    /// <summary>The definition's mode is one that a resource provider evaluates, not Azure Resource Manager. No state.</summary>
    ResourceProviderMode,

    /// <summary>The effect is Disabled. No state.</summary>
    Disabled,

    /// <summary>The rule does not apply to the resource. No state.</summary>
    Rule,
}
