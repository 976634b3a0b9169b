namespace Plumbline.Emulator.Store;

/// <summary>The types the emulator treats specially, in ARM's casing.</summary>
internal static class ResourceTypes
{
    /// <summary>As policy rules see a subscription.</summary>
    public const string Subscription = "Microsoft.Resources/subscriptions";

    /// <summary>As policy rules see a resource group; ARM's own answers say <c>Microsoft.Resources/resourceGroups</c>.</summary>
    public const string ResourceGroup = "Microsoft.Resources/subscriptions/resourceGroups";

    public const string PolicyDefinition = "Microsoft.Authorization/policyDefinitions";

    public const string PolicySetDefinition = "Microsoft.Authorization/policySetDefinitions";

    public const string PolicyAssignment = "Microsoft.Authorization/policyAssignments";

    public const string PolicyExemption = "Microsoft.Authorization/policyExemptions";

    public const string PolicyEnrollment = "Microsoft.Authorization/policyEnrollments";

    public const string Attestation = "Microsoft.PolicyInsights/attestations";

    /// <summary>A version of a definition that is not its newest one.</summary>
    public const string PolicyDefinitionVersion = PolicyDefinition + "/versions";

    /// <summary>A version of an initiative that is not its newest one.</summary>
    public const string PolicySetDefinitionVersion = PolicySetDefinition + "/versions";

    public const string ManagementGroup = "Microsoft.Management/managementGroups";

    /// <summary>That a subscription lies directly under a management group.</summary>
    public const string SubscriptionPlacement = "Microsoft.Management/managementGroups/subscriptions";

    public const string RoleDefinition = "Microsoft.Authorization/roleDefinitions";

    public const string RoleAssignment = "Microsoft.Authorization/roleAssignments";

    /// <summary>Microsoft Graph's word; no route serves them.</summary>
    public const string ServicePrincipal = "Microsoft.Graph/servicePrincipals";

    public const string UserAssignedIdentity = "Microsoft.ManagedIdentity/userAssignedIdentities";

    /// <summary>Whether it is a role, a role assignment or a principal.</summary>
    public static bool IsAccess(ResourceId id) => id.Is(RoleDefinition) || id.Is(RoleAssignment) || id.Is(ServicePrincipal);

    /// <summary>Whether it is a management group, or says that a subscription lies in one.</summary>
    public static bool IsManagementScope(ResourceId id) => id.Is(ManagementGroup) || id.Is(SubscriptionPlacement);

    /// <summary>Whether it is a remediation, an attestation or another record of policy itself: no resource to policies, and in no list of resources.</summary>
    public static bool IsPolicyInsights(ResourceId id) => id.Type.StartsWith("Microsoft.PolicyInsights/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has a part in which policies apply where: policy objects, what covers them, and the scopes above resource groups.</summary>
    public static bool DecidesPolicy(ResourceId id) =>
        IsPolicyObject(id) || IsPolicyVersion(id) || IsPolicyCoverage(id) || id.Is(Subscription) || id.Is(ManagementGroup) || id.Is(SubscriptionPlacement);

    /// <summary>Whether it is an exemption, an enrolment or an attestation: they stand at any scope, and no policy is evaluated on them.</summary>
    public static bool IsPolicyCoverage(ResourceId id) => id.Is(PolicyExemption) || id.Is(PolicyEnrollment) || id.Is(Attestation);

    /// <summary>Whether it is a version of a definition or an initiative.</summary>
    public static bool IsPolicyVersion(ResourceId id) => id.Is(PolicyDefinitionVersion) || id.Is(PolicySetDefinitionVersion);

    /// <summary>Whether it is a definition (of which one may be a version), an initiative or a role of the tenant itself, which clients cannot write.</summary>
    public static bool IsBuiltIn(ResourceId id) =>
        (id.Parent is null && (id.Is(PolicyDefinition) || id.Is(PolicySetDefinition) || id.Is(RoleDefinition))) || (IsPolicyVersion(id) && id.Parent is { } versioned && IsBuiltIn(versioned));

    /// <summary>Whether it is a definition, an initiative or an assignment.</summary>
    public static bool IsPolicyObject(ResourceId id) => id.Is(PolicyDefinition) || id.Is(PolicySetDefinition) || id.Is(PolicyAssignment);
}
