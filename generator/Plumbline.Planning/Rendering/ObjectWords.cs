using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>What objects and scopes are called in sentences.</summary>
internal static class ObjectWords
{
    /// <summary>The kind in a sentence.</summary>
    public static string Noun(this ArmObjectKind kind) => kind switch
    {
        ArmObjectKind.PolicyDefinition => "definition",
        ArmObjectKind.PolicySetDefinition => "initiative",
        ArmObjectKind.PolicyAssignment => "assignment",
        ArmObjectKind.RoleAssignment => "role",
        _ => "exemption",
    };

    /// <summary>A scope in a sentence, such as <c>management group corp</c>.</summary>
    public static string Place(string scope) => ArmScope.Parse(scope) switch
    {
        { Kind: ArmScopeKind.ManagementGroup } group => $"management group {group.Name}",
        { Kind: ArmScopeKind.Subscription } subscription => $"subscription {subscription.Name}",
        { Kind: ArmScopeKind.ResourceGroup } group => $"resource group {group.Name} of {Place(group.Root)}",
        _ => scope,
    };

    /// <summary>The resource name in an id.</summary>
    public static string NameIn(string id) => id[(id.LastIndexOf('/') + 1)..];

    /// <summary>An object by its kind and name, and its title where that says more: <c>definition aca-https "Container Apps use HTTPS"</c>.</summary>
    public static string Label(PlanOperation operation)
    {
        if (operation.Principal is { } principal) return $"role {RoleName(principal)} at {Place(principal.Scope)} {(operation.Action == PlanAction.Delete ? "from" : "to")} {Identity(principal)}";
        var name = NameIn(operation.Id);
        var title = operation.Title.Length == 0 || string.Equals(operation.Title, name, StringComparison.OrdinalIgnoreCase) ? string.Empty : $" \"{operation.Title}\"";
        return $"{operation.Kind.Noun()} {name}{title}";
    }

    /// <summary><see cref="Label"/> and where the object stands.</summary>
    public static string LabelWithPlace(PlanOperation operation) =>
        operation.Principal is null ? $"{Label(operation)} at {Place(ArmScope.Of(operation.Id))}" : Label(operation);

    /// <summary>The name of a role; its id when nobody knows the name.</summary>
    public static string RoleName(RolePrincipal principal) => principal.RoleName ?? NameIn(principal.RoleDefinitionId);

    /// <summary>Whose role it is.</summary>
    public static string Identity(RolePrincipal principal) => $"the identity of assignment {NameIn(principal.AssignmentId)}";
}
