using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Insights;

/// <summary>
/// A resource that the deployment of a deployIfNotExists policy made or updated. It is stored below that resource, one for each policy, so that it goes when the resource goes.
/// </summary>
internal static class TrackedResource
{
    /// <summary>The type.</summary>
    public const string Type = "Microsoft.PolicyInsights/policyTrackedResources";

    /// <summary>The state with a deployment's resources tracked.</summary>
    /// <param name="state">With the finished deployment.</param>
    /// <param name="record">The policy that deployed.</param>
    /// <param name="deploymentId">The deployment.</param>
    /// <param name="now">When it ended.</param>
    public static ArmState Track(ArmState state, AssignmentRecord record, string deploymentId, DateTimeOffset now)
    {
        if (state.Find(deploymentId)?.Property("outputResources") is not { ValueKind: JsonValueKind.Array } made) return state;
        var modification = new JsonObject
        {
            ["policyDetails"] = PolicyDetails(state, record.Policy),
            ["deploymentId"] = deploymentId,
            ["deploymentTime"] = SystemData.Stamp(now),
        };
        foreach (var output in made.EnumerateArray())
        {
            if (IdOf(output.Text("id") ?? string.Empty, record.Policy) is { } id) state = state.With(After(state.Find(id), id, modification, now));
        }

        return state;
    }

    /// <summary>The record as the service answers it.</summary>
    public static JsonObject Document(StoredResource tracked) => JsonNode.Parse(tracked.Body.GetProperty("properties").GetRawText()) as JsonObject ?? [];

    private static StoredResource After(StoredResource? existing, ResourceId id, JsonObject modification, DateTimeOffset now)
    {
        var created = existing?.Property("createdBy") is { } before ? Json.Thaw(before) : (JsonObject)modification.DeepClone();
        return new StoredResource(id, Json.Freeze(new JsonObject
        {
            ["id"] = id.Text,
            ["name"] = id.Name,
            ["type"] = Type,
            ["properties"] = new JsonObject
            {
                ["trackedResourceId"] = id.Parent?.Text,
                ["policyDetails"] = modification["policyDetails"]?.DeepClone(),
                ["createdBy"] = created,
                ["lastModifiedBy"] = modification.DeepClone(),
                ["lastUpdateUtc"] = SystemData.Stamp(now),
            },
        }));
    }

    private static ResourceId? IdOf(string resource, AssignedPolicy policy)
    {
        var key = $"{policy.Assignment.Id}|{policy.ReferenceId}".ToLowerInvariant();
        return ResourceId.TryParse($"{resource}/providers/{Type}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}");
    }

    private static JsonObject PolicyDetails(ArmState state, AssignedPolicy policy)
    {
        var assignment = state.Find(policy.Assignment.Id);
        return new JsonObject
        {
            ["policyDefinitionId"] = policy.DefinitionId,
            ["policyAssignmentId"] = policy.Assignment.Id,
            ["policyAssignmentDisplayName"] = assignment?.PropertyText("displayName"),
            ["policyAssignmentScope"] = assignment?.Id.Parent?.Text,
            ["policySetDefinitionId"] = policy.SetDefinition is null ? null : policy.Assignment.PolicyDefinitionId,
            ["policyDefinitionReferenceId"] = policy.ReferenceId,
        };
    }
}
