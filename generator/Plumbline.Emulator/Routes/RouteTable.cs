using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Scan;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Routes;

/// <summary>All operations of the endpoint, the most specific patterns first.</summary>
internal static class RouteTable
{
    /// <summary>The router over them.</summary>
    public static ArmRouter Create(PolicyEnforcer enforcer, ScanRunner runner, PolicyEvaluator evaluator) => new(
    [
        .. SubscriptionRoutes.All,
        .. ProviderRoutes.All,
        .. new ResourceGroupRoutes(enforcer).All,
        .. ResourceListRoutes.All,
        .. BuiltInRoutes.All,
        .. PolicyDefinitionRoutes.All,
        .. PolicySetDefinitionRoutes.All,
        .. PolicyAssignmentRoutes.All,
        .. new PolicyRecordRoutes(evaluator).All,
        .. new PolicySummaryRoutes(evaluator).All,
        .. InsightsDocumentRoutes.All,
        .. new PolicyScanRoutes(runner).All,
        .. new GenericResourceRoutes(enforcer).All,
    ]);
}
