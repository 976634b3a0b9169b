using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Exchange.Terraform;

/// <summary>The types and labels of resources in Terraform.</summary>
internal sealed class TerraformNames
{
    private readonly ImmutableDictionary<string, string> addresses;

    /// <summary>Labels the resources of a plan; those of one type have different labels.</summary>
    public TerraformNames(ImmutableArray<PlanOperation> operations)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var operation in operations.Where(operation => operation.Principal is null))
        {
            var label = Label(operation.Id[(operation.Id.LastIndexOf('/') + 1)..]);
            found[operation.Id] = Enumerable.Range(1, operations.Length + 1).Select(i => $"{Type(operation)}.{label}{(i == 1 ? "" : $"_{i}")}").First(used.Add);
        }

        addresses = found.ToImmutable();
    }

    /// <summary>The address of a resource, such as <c>azurerm_policy_definition.aca_https</c>; null when it is none of these.</summary>
    public string? Of(string id) => addresses.GetValueOrDefault(id.TrimEnd('/'));

    /// <summary>The type of a resource in the azurerm provider.</summary>
    public static string Type(PlanOperation operation)
    {
        var scope = ArmScope.Parse(ArmScope.Of(operation.Id))?.Kind ?? ArmScopeKind.Resource;
        return operation.Kind switch
        {
            ArmObjectKind.PolicyDefinition => "azurerm_policy_definition",
            ArmObjectKind.PolicySetDefinition => scope == ArmScopeKind.ManagementGroup ? "azurerm_management_group_policy_set_definition" : "azurerm_policy_set_definition",
            ArmObjectKind.PolicyAssignment => $"azurerm_{Word(scope)}_policy_assignment",
            ArmObjectKind.RoleAssignment => "azurerm_role_assignment",
            _ => $"azurerm_{Word(scope)}_policy_exemption",
        };
    }

    /// <summary>A label: letters, digits and underscores.</summary>
    public static string Label(string name)
    {
        var label = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '_'));
        return label.Length > 0 && char.IsAsciiLetter(label[0]) ? label : $"p_{label}";
    }

    /// <summary>The argument that names the scope of an assignment or exemption.</summary>
    public static string ScopeArgument(ArmScopeKind kind) => $"{(kind == ArmScopeKind.Resource ? "resource" : Word(kind))}_id";

    private static string Word(ArmScopeKind kind) => kind switch
    {
        ArmScopeKind.ManagementGroup => "management_group",
        ArmScopeKind.Subscription => "subscription",
        ArmScopeKind.ResourceGroup => "resource_group",
        _ => "resource",
    };
}
