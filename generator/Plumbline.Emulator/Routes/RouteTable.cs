using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Faults;
using Plumbline.Emulator.Remediations;
using Plumbline.Emulator.Scan;

namespace Plumbline.Emulator.Routes;

/// <summary>All operations of the endpoint, the most specific patterns first.</summary>
internal static class RouteTable
{
    /// <summary>The router over them.</summary>
    public static ArmRouter Create(PolicyActions actions, PreparedPolicies policies, ScanRunner runner, RecordReader records, ControlEndpoint control, bool allowUnknownTypes) => new(
    [
        .. StateRoutes.All,
        .. new ControlRoutes(control).All,
        .. SubscriptionRoutes.All,
        .. ResourceGraphRoutes.All,
        .. SubscriptionAliasRoutes.All,
        .. ManagementGroupRoutes.All,
        .. ManagementGroupContentRoutes.All,
        .. ManagementEntityRoutes.All,
        .. ProviderRoutes.All,
        .. new ResourceGroupRoutes(actions.Enforcer).All,
        .. ResourceListRoutes.All,
        .. new TagRoutes(actions.Enforcer).All,
        .. BuiltInRoutes.All,
        .. PolicyDefinitionRoutes.All,
        .. PolicySetDefinitionRoutes.All,
        .. PolicyAssignmentRoutes.All,
        .. PolicyCoverageRoutes.All,
        .. DataPolicyManifestRoutes.All,
        .. new RoleDefinitionRoutes(actions.Enforcer).All,
        .. new RoleAssignmentRoutes(actions.Enforcer).All,
        .. new RemediationRoutes(actions.RemediationRules, actions.Remediations).All,
        .. new AttestationRoutes(actions.AttestationRules).All,
        .. new PolicyRecordRoutes(records).All,
        .. new PolicySummaryRoutes(records).All,
        .. InsightsDocumentRoutes.All,
        .. PolicyMetadataRoutes.All,
        .. TrackedResourceRoutes.All,
        .. new PolicyRestrictionRoutes(policies).All,
        .. new PolicyScanRoutes(runner).All,
        .. new GenericResourceRoutes(actions.Enforcer, allowUnknownTypes).All,
    ]);
}
