using System.Collections.Immutable;
using Plumbline.Reporting;

namespace Plumbline.EndToEndTests.Report;

/// <summary>A baseline with every outcome and status a report can show.</summary>
internal static class SampleBaseline
{
    public static BaselineOutline Outline { get; } = new(
        "Azure Container Apps",
        "Microsoft cloud security benchmark 1.0",
        [("Product Category", "Containers"), ("Customer can access HOST / OS", "No Access"), ("Service can be deployed into customer's virtual network", "True")],
        [
            Control("NS-1", "Establish network segmentation boundaries", "Network security", Checked(
                "Virtual Network Integration",
                "Service supports deployment into customer's private Virtual Network (VNet).",
                "Deploy the service into a virtual network. Assign private IPs to the resource unless there is a strong reason to assign public IPs directly.",
                Policy("environmentNetworkInjection", "Container Apps environments should use network injection", "high", builtIn: true))),
            Control("NS-2", "Secure cloud services with network controls", "Network security", Checked(
                "Disable Public Network Access",
                "Service supports disabling public network access, with an IP filter of the service or a 'Disable Public Network Access' switch.",
                "Disable public network access by deploying an internal-only container apps environment configuration.",
                Policy("environmentPublicNetworkAccess", "Container Apps environments should disable public network access", "high", builtIn: true),
                Policy("ingressExternal", "Container Apps should disable external network access", "medium"),
                Policy("sessionPoolEgress", "Session pools should block egress", "medium"))),
            Control("IM-1", "Use centralized identity and authentication system", "Identity management", Checked(
                "Azure AD Authentication Required for Data Plane Access",
                "Service supports using Azure AD authentication for data plane access.",
                "Use Azure Active Directory (Azure AD) as the default authentication method to control your data plane access.",
                Policy("authentication", "Container Apps should require authentication", "high"))),
            Control("IM-3", "Manage application identities securely and automatically", "Identity management", Checked(
                "Managed Identities",
                "Data plane actions support authentication using managed identities.",
                "Use Azure managed identities instead of service principals when possible.",
                Policy("managedIdentity", "Managed identity should be enabled for Container Apps", "high", builtIn: true),
                Policy("registryManagedIdentity", "Container Apps should pull images with a managed identity <script>alert(1)</script>", "medium"))),
            Control("IM-8", "Restrict the exposure of credential and secrets", "Identity management", Checked(
                "Service Credential and Secrets Support Integration and Storage in Azure Key Vault",
                "Data plane supports native use of Azure Key Vault for credential and secrets store.",
                "For Dapr-enabled Container Apps, customers can leverage Azure Key Vault for secret references.",
                Policy("secretsFromKeyVault", "Container Apps secrets should come from Key Vault", "high"))),
            Control("PA-7", "Follow just enough administration (least privilege) principle", "Privileged access", Other(
                "Azure RBAC for Data Plane", FeatureOutcome.NotSupported, "The service has no data plane roles; access to its control plane is governed by Azure RBAC.", "Not Applicable",
                Policy("roleAssignments", "Audit usage of custom RBAC roles", "low", builtIn: true, compensating: true))),
            Control("DP-3", "Encrypt sensitive data in transit", "Data protection", Checked(
                "Data in Transit Encryption",
                "Service supports data in-transit encryption for data plane.",
                "Enable secure transfer in services where there is a native data in transit encryption feature built in.",
                Policy("ingressHttpsOnly", "Container Apps should only be accessible over HTTPS", "high", builtIn: true),
                Policy("peerTrafficEncryption", "Environments should encrypt peer traffic", "medium"))),
            Control("DP-4", "Enable data at rest encryption by default", "Data protection", Other(
                "Data at Rest Encryption Using Platform Keys", FeatureOutcome.Platform, "Azure Container Apps leverages Microsoft's default encryption for data at rest.", "Microsoft")),
            Control("AM-2", "Use only approved services", "Asset management", Checked(
                "Azure Policy Support",
                "Service configurations can be monitored and enforced via Azure Policy.",
                "Use Azure Policy [deny] and [deploy if not exists] effects to enforce secure configuration across Azure resources.",
                Policy("approvedEnvironments", "Container Apps should run in approved environments", "low"))),
            Control("LT-4", "Enable logging for security investigation", "Logging and threat detection", Checked(
                "Azure Resource Logs",
                "Service produces resource logs that can provide enhanced service-specific metrics and logging.",
                "Send the logs to your own sink, such as a Log Analytics workspace.",
                Policy("environmentLogs", "Environments should send logs to a workspace", "medium"))),
            Control("PV-5", "Perform vulnerability assessments", "Posture and vulnerability management", Other(
                "Vulnerability Assessment using Microsoft Defender", FeatureOutcome.Attestation, "Show the latest scan of every image in the registries the apps pull from.", "Customer",
                Policy("imageScanAttestation", "Images of Container Apps should be scanned", "medium", effect: "Manual"))),
            Control("BR-1", "Ensure regular automated backups", "Backup and recovery", Other(
                "Azure Backup", FeatureOutcome.NotSupported, "The service holds no state of its own to back up.", "Not Applicable")),
        ],
        [
            Other("Network Security Group Support for Hosts", FeatureOutcome.NotSupported, "There is no host the customer can reach.", "Not Applicable") with { Control = "NS-1: Establish network segmentation boundaries" },
            Other("Guest Configuration", FeatureOutcome.NotSupported, "There is no guest operating system.", "Not Applicable") with { Control = "PV-3: Establish secure configurations for compute resources" },
        ]);

    private static ControlOutline Control(string id, string title, string domain, params ImmutableArray<FeatureOutline> features) => new(id, title, domain, features);

    private static FeatureOutline Checked(string name, string description, string guidance, params ImmutableArray<PolicyOutline> policies) => new(
        name.ToLowerInvariant().Replace(' ', '-'), name, description, "True", "False", "Customer", null, guidance,
        $"{name} in Azure Container Apps", "https://learn.microsoft.com/azure/container-apps/", "page", FeatureOutcome.Policies, null, policies);

    private static FeatureOutline Other(string name, FeatureOutcome outcome, string text, string responsibility, params ImmutableArray<PolicyOutline> policies) => new(
        name.ToLowerInvariant().Replace(' ', '-'), name, $"{name} can be used by the service.", outcome == FeatureOutcome.NotSupported ? "False" : "True", "Not Applicable", responsibility, null,
        "This feature is not supported to secure this service.", "A link that is not one", "javascript:alert(1)", "spreadsheet", outcome, text, policies);

    private static PolicyOutline Policy(string referenceId, string displayName, string severity, bool builtIn = false, bool compensating = false, string effect = "Audit") => new(
        referenceId, builtIn ? "8b346db6-85af-419b-8557-92cee2c0f9bb" : $"aca-{referenceId.ToLowerInvariant()}", displayName, severity, effect, builtIn, compensating, IsAssigned: true,
        "Set the property as shown below in the template that deploys the resource, then deploy it again. The change takes effect with the next revision.");
}
