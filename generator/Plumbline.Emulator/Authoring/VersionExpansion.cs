using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>What <c>$expand=LatestDefinitionVersion, EffectiveDefinitionVersion</c> adds to assignments and to the members of initiatives.</summary>
internal static class VersionExpansion
{
    private const string Latest = "latestDefinitionVersion";
    private const string Effective = "effectiveDefinitionVersion";

    /// <summary>Adds what is asked for to <paramref name="document"/>; what has no such members stays as it is.</summary>
    public static void Add(ArmState state, StoredResource resource, JsonObject document, string expand)
    {
        if (document["properties"] is not JsonObject properties) return;
        if (resource.Id.Is(ResourceTypes.PolicyAssignment)) Add(state, properties, expand);
        if (!resource.Id.Is(ResourceTypes.PolicySetDefinition) || properties["policyDefinitions"] is not JsonArray members) return;
        foreach (var member in members.OfType<JsonObject>()) Add(state, member, expand);
    }

    private static void Add(ArmState state, JsonObject reference, string expand)
    {
        if (reference.Text("policyDefinitionId") is not { } id) return;
        if (expand.Contains(Latest, StringComparison.OrdinalIgnoreCase)) Set(reference, Latest, PolicyVersions.Choose(state, id, null));
        if (expand.Contains(Effective, StringComparison.OrdinalIgnoreCase)) Set(reference, Effective, PolicyVersions.Choose(state, id, reference.Text("definitionVersion")));
    }

    private static void Set(JsonObject reference, string member, StoredResource? chosen)
    {
        if (chosen is not null) reference[member] = PolicyVersions.Of(chosen);
    }
}
