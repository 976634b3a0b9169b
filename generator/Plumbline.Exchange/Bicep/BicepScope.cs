using Plumbline.Planning.Objects;

namespace Plumbline.Exchange.Bicep;

/// <summary>How Bicep says where something is deployed.</summary>
internal static class BicepScope
{
    /// <summary>The <c>targetScope</c> of a file.</summary>
    public static string Target(ArmScope scope) => scope.Kind switch
    {
        ArmScopeKind.ManagementGroup => "managementGroup",
        ArmScopeKind.Subscription => "subscription",
        _ => "resourceGroup",
    };

    /// <summary>The name of the module for a scope: two resource groups of one name lie in different subscriptions.</summary>
    public static string Name(ArmScope scope) => scope.Kind == ArmScopeKind.ResourceGroup ? $"{scope.Name}-{scope.Root[(scope.Root.LastIndexOf('/') + 1)..]}" : $"{scope.Name}-{Target(scope)}";

    /// <summary>The expression of a module's <c>scope</c>.</summary>
    public static string Expression(ArmScope scope) => scope.Kind switch
    {
        ArmScopeKind.ManagementGroup => $"managementGroup({BicepLiteral.Text(scope.Name)})",
        ArmScopeKind.Subscription => $"subscription({BicepLiteral.Text(scope.Name)})",
        _ => $"resourceGroup({BicepLiteral.Text(scope.Root[(scope.Root.LastIndexOf('/') + 1)..])}, {BicepLiteral.Text(scope.Name)})",
    };
}
