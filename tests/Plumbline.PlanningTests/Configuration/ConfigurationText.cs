using Plumbline.Cli.Configuration;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Configuration;

/// <summary>A configuration that says everything, and how it is read.</summary>
internal static class ConfigurationText
{
    public const string Subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";

    public const string Small = """
        environments:
          production:
            ownerId: 2F6F1D0A-93B4-4E53-8F3E-5A0C6D1B7E42
            definitionScope: /subscriptions/00000000-0000-0000-0000-000000000001
            assignments:
              - name: baseline
                initiative: baseline
        """;

    public const string Full = """
        ownerId: 2f6f1d0a-93b4-4e53-8f3e-5a0c6d1b7e42
        environments:
          production:
            cloud: government
            tenant: 7D3F0B1C-52a4-4e6e-8c19-2b6f4d8a9e05
            definitionScope: /providers/Microsoft.Management/managementGroups/contoso
            guards: { maxDeletes: 5, protect: ["aca-*"], privilegedRoles: [Owner], versionBump: required }
            assignments:
              - name: baseline
                initiative: azure-container-apps
                scopes:
                  - /providers/Microsoft.Management/managementGroups/contoso
                  - /subscriptions/00000000-0000-0000-0000-000000000001/
                notScopes: [/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/old]
                displayName: Baseline
                description: What Container Apps have to be.
                enforcementMode: DoNotEnforce
                definitionVersion: 1.*.*
                parameters: { allowedRegistries: [contoso.azurecr.io], minimum: 2 }
                effects:
                  - { control: NS-1, effect: deny }
                  - { policy: aca-https-only, effect: Audit }
                  - { reference: aca-probes, effect: Disabled }
                exclusions: [{ reference: aca-backup, reason: Backed up elsewhere. }]
                identity: { type: UserAssigned, id: /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ids/providers/Microsoft.ManagedIdentity/userAssignedIdentities/policy, principalId: 11111111-1111-1111-1111-111111111111, location: West Europe }
                roles: [{ role: reader, scope: /subscriptions/00000000-0000-0000-0000-000000000001 }]
                resourceSelectors:
                  - name: west
                    selectors: [{ kind: resourceLocation, in: [westeurope] }]
                messages: [{ text: Ask the platform team. }, { control: NS-1, text: Use the network. }]
              - name: tags
                policy: /providers/Microsoft.Authorization/policyDefinitions/96670d01-0a4d-4649-9c89-2d3abc0a5025
                scope: /subscriptions/00000000-0000-0000-0000-000000000001
                location: northeurope
            exemptions:
              - exemptions/production
              - { name: old-shop, assignment: baseline, scope: /subscriptions/00000000-0000-0000-0000-000000000001, category: Waiver, expiresOn: 2027-01-31, owner: shop, ticket: SHOP-1 }
            ring: canary
            rings:
              - name: canary
                locations: [West Europe]
                effects: [{ control: NS-1, effect: Audit }]
                enforcementMode: DoNotEnforce
                assignments: [baseline]
                gate: { maxNonCompliant: 10, maxDenied: 0, minCompliance: 99.5, soak: 7d }
              - name: everywhere
        """;

    public static ParseResult<PlumblineConfiguration> Read(string text) => ConfigurationReader.Read(new SourceText("plumbline.yaml", text));
}
