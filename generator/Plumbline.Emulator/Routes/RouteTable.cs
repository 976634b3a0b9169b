using Plumbline.Emulator.Enforcement;

namespace Plumbline.Emulator.Routes;

/// <summary>All operations of the endpoint, the most specific patterns first.</summary>
internal static class RouteTable
{
    /// <summary>The router over them.</summary>
    public static ArmRouter Create(PolicyEnforcer enforcer) => new(
    [
        .. SubscriptionRoutes.All,
        .. new ResourceGroupRoutes(enforcer).All,
        .. ResourceListRoutes.All,
        .. BuiltInRoutes.All,
        .. PolicyDefinitionRoutes.All,
        .. PolicySetDefinitionRoutes.All,
        .. PolicyAssignmentRoutes.All,
        .. new GenericResourceRoutes(enforcer).All,
    ]);
}
