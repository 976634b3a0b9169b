namespace Plumbline.Arm.Deployment;

/// <summary>The kinds of objects a deployment consists of, in the order in which they depend on each other.</summary>
public enum ArmObjectKind
{
    /// <summary>A policy definition.</summary>
    PolicyDefinition,

    /// <summary>An initiative.</summary>
    PolicySetDefinition,

    /// <summary>The assignment of the initiative.</summary>
    PolicyAssignment,
}

/// <summary>The names ARM has for the kinds.</summary>
public static class ArmObjectKinds
{
    /// <summary>The last part of the resource type, such as <c>policyDefinitions</c>.</summary>
    public static string TypeName(this ArmObjectKind kind) => kind switch
    {
        ArmObjectKind.PolicyDefinition => "policyDefinitions",
        ArmObjectKind.PolicySetDefinition => "policySetDefinitions",
        _ => "policyAssignments",
    };

    /// <summary>The id of the collection of a kind at a scope.</summary>
    internal static string CollectionAt(this ArmObjectKind kind, string scope) => $"{scope}/providers/Microsoft.Authorization/{kind.TypeName()}";
}
