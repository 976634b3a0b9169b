namespace Plumbline.Planning.Environments;

/// <summary>By what the assignments of an <see cref="ExemptionTarget"/> are found.</summary>
public enum ExemptionTargetKind
{
    /// <summary>The policies of a control, in every assignment of the environment that has it.</summary>
    Control,

    /// <summary>A definition, wherever it is assigned, directly or in an initiative.</summary>
    Policy,

    /// <summary>An initiative, wherever it is assigned.</summary>
    Initiative,

    /// <summary>One assignment.</summary>
    Assignment,
}
