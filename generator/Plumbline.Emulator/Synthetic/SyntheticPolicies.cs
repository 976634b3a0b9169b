using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Synthetic;

/// <summary>The scopes and policy objects of a synthetic estate. There are few of them, so they are stored like all others.</summary>
internal static class SyntheticPolicies
{
    private const string Authorization = "/providers/Microsoft.Authorization";
    private const string Group = "/providers/Microsoft.Management/managementGroups/" + SyntheticShape.ManagementGroup;
    private const string Set = Group + Authorization + "/policySetDefinitions/synthetic";

    /// <summary>The name of the tag that a policy looks at.</summary>
    public static string Tag(int policy) => string.Create(CultureInfo.InvariantCulture, $"control-{policy:00}");

    /// <summary>All of them.</summary>
    public static IEnumerable<StoredResource> Resources(string tenantId, SyntheticShape shape) =>
        [.. Scopes(tenantId, shape), .. Enumerable.Range(0, shape.Policies).Select(Definition), SetDefinition(shape), .. Enumerable.Range(0, shape.Subscriptions).SelectMany(number => Assigned(shape, number))];

    private static IEnumerable<StoredResource> Scopes(string tenantId, SyntheticShape shape)
    {
        yield return Stored(Group, new JsonObject
        {
            ["tenantId"] = tenantId,
            ["displayName"] = "Synthetic estate",
            ["details"] = new JsonObject { ["parent"] = new JsonObject { ["id"] = $"/providers/Microsoft.Management/managementGroups/{tenantId}" } },
        });
        for (var subscription = 0; subscription < shape.Subscriptions; subscription++)
        {
            var scope = Id("/subscriptions/" + shape.SubscriptionId(subscription));
            yield return ScopeDocuments.Subscription(tenantId, scope);
            yield return Stored($"{Group}/subscriptions/{scope.Name}", new JsonObject { ["tenant"] = tenantId, ["state"] = "Active" });
            for (var group = 0; group < shape.Groups(subscription); group++)
                yield return ScopeDocuments.ResourceGroup(Id($"{scope}/resourceGroups/{SyntheticShape.GroupName(group)}"), "westeurope", null);
        }
    }

    private static StoredResource Definition(int policy) => Stored(DefinitionId(policy), new JsonObject
    {
        ["policyType"] = "Custom",
        ["displayName"] = $"Resources satisfy {Tag(policy)}",
        ["mode"] = "Indexed",
        ["metadata"] = new JsonObject { ["category"] = "Synthetic", ["version"] = "1.0.0" },
        ["policyRule"] = new JsonObject
        {
            ["if"] = new JsonObject { ["field"] = $"tags['{Tag(policy)}']", ["equals"] = "failing" },
            ["then"] = new JsonObject { ["effect"] = "audit" },
        },
    });

    private static StoredResource SetDefinition(SyntheticShape shape) => Stored(Set, new JsonObject
    {
        ["policyType"] = "Custom",
        ["displayName"] = "Synthetic baseline",
        ["metadata"] = new JsonObject { ["category"] = "Regulatory Compliance", ["version"] = "1.0.0" },
        ["policyDefinitionGroups"] = new JsonArray([.. Enumerable.Range(0, shape.Policies).Select(GroupOf).Distinct().Select(name => new JsonObject { ["name"] = name })]),
        ["policyDefinitions"] = new JsonArray([.. Enumerable.Range(0, shape.Policies).Select(policy => new JsonObject
        {
            ["policyDefinitionReferenceId"] = Tag(policy),
            ["policyDefinitionId"] = DefinitionId(policy),
            ["groupNames"] = new JsonArray(GroupOf(policy)),
        })]),
    });

    private static IEnumerable<StoredResource> Assigned(SyntheticShape shape, int subscription)
    {
        var scope = "/subscriptions/" + shape.SubscriptionId(subscription);
        var assignment = $"{scope}{Authorization}/policyAssignments/synthetic";
        yield return Stored(assignment, new JsonObject { ["displayName"] = "Synthetic baseline", ["policyDefinitionId"] = Set, ["scope"] = scope, ["enforcementMode"] = "DoNotEnforce" });
        foreach (var group in Enumerable.Range(0, shape.Groups(subscription)).Where(SyntheticShape.IsExempt).Select(SyntheticShape.GroupName))
        {
            yield return Stored($"{scope}/resourceGroups/{group}{Authorization}/policyExemptions/synthetic", new JsonObject
            {
                ["policyAssignmentId"] = assignment,
                ["exemptionCategory"] = "Waiver",
                ["displayName"] = "Exempt by formula",
            });
        }
    }

    private static string DefinitionId(int policy) => $"{Group}{Authorization}/policyDefinitions/synthetic-{Tag(policy)}";

    private static string GroupOf(int policy) => string.Create(CultureInfo.InvariantCulture, $"domain-{policy % 4}");

    private static StoredResource Stored(string id, JsonObject properties) => ResourceDocument.Seed(Id(id), new JsonObject { ["properties"] = properties });

    private static ResourceId Id(string id) => ResourceId.TryParse(id) ?? throw new ArgumentException($"'{id}' is no resource id.", nameof(id));
}
