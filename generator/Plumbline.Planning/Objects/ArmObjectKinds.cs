namespace Plumbline.Planning.Objects;

/// <summary>The names ARM has for the kinds.</summary>
public static class ArmObjectKinds
{
    /// <summary>The namespace of all of them.</summary>
    public const string Provider = "/providers/Microsoft.Authorization/";

    /// <summary>The last part of the resource type, such as <c>policyDefinitions</c>.</summary>
    public static string TypeName(this ArmObjectKind kind) => kind switch
    {
        ArmObjectKind.PolicyDefinition => "policyDefinitions",
        ArmObjectKind.PolicySetDefinition => "policySetDefinitions",
        ArmObjectKind.PolicyAssignment => "policyAssignments",
        ArmObjectKind.RoleAssignment => "roleAssignments",
        _ => "policyExemptions",
    };

    /// <summary>The kind as a plan file writes it, such as <c>policyDefinition</c>.</summary>
    public static string Word(this ArmObjectKind kind) => kind.TypeName()[..^1];

    /// <summary>The kind that a plan file's word means, or null.</summary>
    public static ArmObjectKind? FromWord(string word) =>
        Enum.GetValues<ArmObjectKind>().Cast<ArmObjectKind?>().FirstOrDefault(kind => kind is { } known && known.Word() == word);

    /// <summary>The one api-version in use for the kind. All exist on the service (Azure.Bicep.Types.Az lists them); exemptions never left preview.</summary>
    public static string ApiVersion(this ArmObjectKind kind) => kind switch
    {
        ArmObjectKind.RoleAssignment => "2022-04-01",
        ArmObjectKind.PolicyExemption => "2022-07-01-preview",
        _ => "2025-03-01",
    };

    /// <summary>The id of the collection of a kind at a scope.</summary>
    public static string CollectionAt(this ArmObjectKind kind, string scope) => $"{scope.TrimEnd('/')}{Provider}{kind.TypeName()}";

    /// <summary>The id of an object of a kind at a scope.</summary>
    public static string IdAt(this ArmObjectKind kind, string scope, string name) => $"{kind.CollectionAt(scope)}/{name}";
}
