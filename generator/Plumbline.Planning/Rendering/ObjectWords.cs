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
        if (operation.Kind == ArmObjectKind.RoleAssignment) return RoleWords.Label(operation);
        var name = NameIn(operation.Id);
        var title = operation.Title.Length == 0 || string.Equals(operation.Title, name, StringComparison.OrdinalIgnoreCase) ? string.Empty : $" \"{operation.Title}\"";
        return $"{operation.Kind.Noun()} {name}{title}";
    }

    /// <summary><see cref="Label"/> and where the object stands.</summary>
    public static string LabelWithPlace(PlanOperation operation) =>
        operation.Kind == ArmObjectKind.RoleAssignment ? Label(operation) : $"{Label(operation)} at {Place(ArmScope.Of(operation.Id))}";
}
