using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Store;

/// <summary>Management groups as the service returns them.</summary>
internal static class ManagementGroupDocument
{
    /// <summary>The id of the group with this name.</summary>
    public static string IdOf(string name) => $"/providers/{ResourceTypes.ManagementGroup}/{name}";

    /// <summary>The group after a write; its version counts up.</summary>
    public static StoredResource Create(ResourceId id, string displayName, string? parent, StoredResource? existing, ArmRequest request, string tenantId)
    {
        var details = new JsonObject
        {
            ["version"] = VersionOf(existing) + 1,
            ["updatedTime"] = SystemData.Stamp(request.Now),
            ["updatedBy"] = request.Caller.ObjectId,
        };
        if (parent is not null) details["parent"] = new JsonObject { ["id"] = IdOf(parent) };
        return new StoredResource(id, Json.Freeze(new JsonObject
        {
            ["id"] = id.Text,
            ["type"] = ResourceTypes.ManagementGroup,
            ["name"] = id.Name,
            ["properties"] = new JsonObject { ["tenantId"] = tenantId, ["displayName"] = displayName, ["details"] = details },
        }));
    }

    /// <summary>As lists show it: without details.</summary>
    public static JsonObject Slim(StoredResource group)
    {
        var document = Json.Thaw(group.Body);
        if (document["properties"] is JsonObject properties) properties.Remove("details");
        return document;
    }

    /// <summary>With the name of its parent; and, when asked for, with what is above and below it.</summary>
    public static JsonObject Full(ArmState state, StoredResource group, bool withAncestors, bool withChildren, bool recursive)
    {
        var tree = ScopeTree.Of(state);
        var document = Json.Thaw(group.Body);
        if (document["properties"] is not JsonObject properties) return document;
        if (properties["details"] is JsonObject details)
        {
            if (tree.ParentOf(group.Id.Name) is { } parent) details["parent"] = Reference(state, parent, withId: true);
            if (withAncestors)
            {
                var above = tree.Groups.Above(group.Id.Name);
                details["managementGroupAncestors"] = new JsonArray([.. above.Select(name => JsonValue.Create(name))]);
                details["managementGroupAncestorsChain"] = new JsonArray([.. above.Select(name => Reference(state, name, withId: false))]);
                details["path"] = new JsonArray([.. above.Reverse().Append(group.Id.Name).Select(name => Reference(state, name, withId: false))]);
            }
        }

        if (withChildren) properties["children"] = Children(state, group.Id.Name, recursive);
        return document;
    }

    /// <summary>A subscription as it stands in a group.</summary>
    public static JsonObject Placement(ArmState state, string group, StoredResource subscription) => new()
    {
        ["id"] = $"{IdOf(group)}/subscriptions/{subscription.Id.Name}",
        ["type"] = ResourceTypes.SubscriptionPlacement,
        ["name"] = subscription.Id.Name,
        ["properties"] = new JsonObject
        {
            ["tenant"] = state.TenantId,
            ["displayName"] = subscription.Body.Text("displayName"),
            ["parent"] = new JsonObject { ["id"] = IdOf(group) },
            ["state"] = subscription.Body.Text("state") ?? "Active",
        },
    };

    private static JsonArray Children(ArmState state, string name, bool recursive)
    {
        var tree = ScopeTree.Of(state);
        var groups = state.OfType(ResourceTypes.ManagementGroup).Where(group => IsChild(tree, group, name)).Select(group =>
        {
            var child = Child(ResourceTypes.ManagementGroup, group.Id, group.PropertyText("displayName"));
            if (recursive && Children(state, group.Id.Name, recursive: true) is { Count: > 0 } below) child["children"] = below;
            return child;
        });
        var subscriptions = state.OfType(ResourceTypes.Subscription).Where(subscription => IsChild(tree, subscription, name))
            .Select(subscription => Child("/subscriptions", subscription.Id, subscription.Body.Text("displayName")));
        return [.. groups, .. subscriptions];
    }

    private static bool IsChild(ScopeTree tree, StoredResource resource, string parent) => string.Equals(tree.ParentOf(resource.Id.Name), parent, StringComparison.OrdinalIgnoreCase);

    private static JsonObject Child(string type, ResourceId id, string? displayName) =>
        new() { ["type"] = type, ["id"] = id.Text, ["name"] = id.Name, ["displayName"] = displayName };

    private static JsonObject Reference(ArmState state, string name, bool withId)
    {
        var found = state.Find(IdOf(name));
        var reference = new JsonObject { ["name"] = found?.Id.Name ?? name, ["displayName"] = found?.PropertyText("displayName") ?? name };
        if (withId) reference.Insert(0, "id", found?.Id.Text ?? IdOf(name));
        return reference;
    }

    private static int VersionOf(StoredResource? group) => group?.Property("details")?.Property("version") is { } version && version.TryGetInt32(out var number) ? number : 0;
}
