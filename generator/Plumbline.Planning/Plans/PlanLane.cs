namespace Plumbline.Planning.Plans;

/// <summary>Whose rights an operation needs.</summary>
public enum PlanLane
{
    /// <summary>Resource Policy Contributor.</summary>
    Policy,

    /// <summary>Role Based Access Control Administrator.</summary>
    Rbac,

    /// <summary>Resource Policy Contributor with <c>exempt/Action</c>; often other people.</summary>
    Exemption,
}
