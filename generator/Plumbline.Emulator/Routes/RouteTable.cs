using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Scan;

namespace Plumbline.Emulator.Routes;

/// <summary>All operations of the endpoint, the most specific patterns first.</summary>
internal static class RouteTable
{
    /// <summary>The router over them.</summary>
    public static ArmRouter Create(PolicyEnforcer enforcer, ScanRunner runner) => new(
    [
        .. StateRoutes.All,
        .. SubscriptionRoutes.All,
        .. ProviderRoutes.All,
        .. new ResourceGroupRoutes(enforcer).All,
        .. ResourceListRoutes.All,
        .. BuiltInRoutes.All,
        .. PolicyDefinitionRoutes.All,
        .. PolicySetDefinitionRoutes.All,
        .. PolicyAssignmentRoutes.All,
        .. PolicyStateRoutes.All,
        .. PolicySummaryRoutes.All,
        .. new PolicyScanRoutes(runner).All,
        .. new GenericResourceRoutes(enforcer).All,
    ]);
}
