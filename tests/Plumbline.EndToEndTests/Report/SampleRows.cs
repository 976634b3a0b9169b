using System.Collections.Immutable;
using Plumbline.Reporting;

namespace Plumbline.EndToEndTests.Report;

/// <summary>States that give every control of <see cref="SampleBaseline"/> another status; some names are hostile.</summary>
internal static class SampleRows
{
    public const string HostileName = "<img src=x onerror=alert(1)>=1+1|`@all`\n\"quoted\"";
    private static readonly DateTimeOffset Evaluated = new(2026, 11, 23, 4, 10, 0, TimeSpan.Zero);

    public static RunInformation Run { get; } = new(
        "production", "/subscriptions/11111111-2222-3333-4444-555555555555",
        "/subscriptions/11111111-2222-3333-4444-555555555555/providers/Microsoft.Authorization/policyAssignments/azure-container-apps",
        "Plumbline 0.1.0", new(2026, 11, 23, 21, 30, 0, TimeSpan.Zero), StatesRead: 151, StatesExpected: 151);

    public static ImmutableArray<ComplianceRow> Rows { get; } =
    [
        .. Many("environmentNetworkInjection", "managedEnvironments", "env-", 4, "Compliant"),
        .. Many("environmentPublicNetworkAccess", "managedEnvironments", "env-", 3, "Compliant"),
        Row("environmentPublicNetworkAccess", "managedEnvironments", "env-legacy", "NonCompliant", new ComplianceReason("properties.publicNetworkAccess", "NotEquals", "\"Enabled\"", "\"Disabled\"", "")),
        .. Many("ingressExternal", "containerApps", "ca-orders-", 18, "Compliant"),
        Row("ingressExternal", "containerApps", "ca-storefront", "NonCompliant", new ComplianceReason("properties.configuration.ingress.external", "Equals", "true", "false", "")),
        Row("ingressExternal", "containerApps", HostileName, "NonCompliant",
            new ComplianceReason("properties.configuration.ingress.external", "Equals", "true", "false", ""),
            new ComplianceReason("properties.configuration.ingress.ipSecurityRestrictions[*].action", "NotIn", "\"<b>Deny</b>\"", "[\"Allow\"]", "The list must hold only allow rules.")),
        .. Many("authentication", "containerApps", "ca-orders-", 12, "Compliant"),
        Row("authentication", "containerApps", "ca-orders-13", "Error"),
        Row("authentication", "containerApps", "ca-orders-14", "Conflicting"),
        .. Many("managedIdentity", "containerApps", "ca-orders-", 18, "Compliant"),
        .. Many("registryManagedIdentity", "containerApps", "ca-orders-", 16, "Compliant"),
        .. Many("registryManagedIdentity", "containerApps", "ca-legacy-", 2, "Exempt"),
        .. Many("roleAssignments", "containerApps", "ca-helper-", 1, "NonCompliant"),
        .. Many("ingressHttpsOnly", "containerApps", "ca-orders-", 18, "Compliant"),
        .. Many("ingressHttpsOnly", "containerApps", "ca-front-", 9, "NonCompliant", new ComplianceReason("properties.configuration.ingress.allowInsecure", "Equals", "true", "false or (missing)", "")),
        .. Many("peerTrafficEncryption", "managedEnvironments", "env-", 4, "Compliant"),
        .. Many("approvedEnvironments", "containerApps", "ca-orders-", 18, "Compliant"),
        .. Many("environmentLogs", "managedEnvironments", "env-", 3, "Compliant"),
        Row("environmentLogs", "managedEnvironments", "env-new", "Deferred"),
        Row("imageScanAttestation", "containerApps", "ca-orders-1", "Unknown"),
        .. Many("imageScanAttestation", "containerApps", "ca-orders-", 18, "Compliant").Skip(1),
        Row("retiredIngressRule", "containerApps", "ca-storefront", "NonCompliant"),
    ];

    public static ComplianceReport Report { get; } = ComplianceReport.Build(SampleBaseline.Outline, Rows, Run);

    private static IEnumerable<ComplianceRow> Many(string reference, string type, string prefix, int count, string state, params ImmutableArray<ComplianceReason> reasons) =>
        Enumerable.Range(1, count).Select(i => Row(reference, type, $"{prefix}{i}", state, reasons));

    private static ComplianceRow Row(string reference, string type, string name, string state, params ImmutableArray<ComplianceReason> reasons) => new(
        $"{Run.Scope}/resourceGroups/rg-shop/providers/Microsoft.App/{type}/{name}", $"Microsoft.App/{type}", reference,
        $"{Run.Scope}/providers/Microsoft.Authorization/policyDefinitions/{reference}", "Audit", state, Evaluated, reasons);
}
