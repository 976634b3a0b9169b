using System.Text.Json;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.ResourceGraph.Tables;

/// <summary>The rows of <c>resourcecontainers</c>: subscriptions (named by their display names), resource groups and management groups.</summary>
internal sealed class ContainerRecords(ArmState state)
{
    private readonly ScopeTree tree = ScopeTree.Of(state);

    /// <summary>The rows within a scope.</summary>
    public IEnumerable<GraphRecord> In(GraphScope scope) =>
        scope.OfType(ResourceTypes.Subscription).Select(Subscription)
            .Concat(scope.OfType(ResourceTypes.ResourceGroup).Select(group => GraphRecord.Of(group, state.TenantId)))
            .Concat(scope.OfType(ResourceTypes.ManagementGroup).Select(ManagementGroup));

    private GraphRecord Subscription(StoredResource subscription) => GraphRecord.Of(subscription, state.TenantId) with
    {
        Name = subscription.Body.Text("displayName") ?? subscription.Id.Name,
        Properties = () => KqlBag.Of(
        [
            new("managedByTenants", KqlArray.Of([])),
            new("managementGroupAncestorsChain", Chain(subscription.Id.Name)),
            new("state", new KqlText(subscription.Body.Text("state") ?? "Enabled")),
            new("subscriptionPolicies", subscription.Body.Property("subscriptionPolicies") is { } policies ? KqlJson.Read(policies) : KqlNull.Instance),
        ]),
    };

    private GraphRecord ManagementGroup(StoredResource group) => GraphRecord.Of(group, state.TenantId) with
    {
        Properties = () => KqlBag.Of(
        [
            new("tenantId", new KqlText(state.TenantId)),
            new("displayName", new KqlText(group.PropertyText("displayName") ?? group.Id.Name)),
            new("details", KqlBag.Of(Details(group))),
        ]),
    };

    // The parent first, the root last.
    private IEnumerable<KeyValuePair<string, KqlValue>> Details(StoredResource group)
    {
        if (group.Property("details") is { ValueKind: JsonValueKind.Object } details)
        {
            foreach (var member in details.EnumerateObject().Where(member => member.Name is not ("managementGroupAncestorsChain" or "parent"))) yield return new(member.Name, KqlJson.Read(member.Value));
        }

        if (tree.ParentOf(group.Id.Name) is { } parent)
        {
            yield return new("parent", KqlBag.Of([new("id", new KqlText(IdOf(parent))), .. Named(parent)]));
        }

        yield return new("managementGroupAncestorsChain", Chain(group.Id.Name));
    }

    private KqlArray Chain(string name) => KqlArray.Of(tree.Groups.Above(name).Select(group => KqlBag.Of(Named(group))));

    private IEnumerable<KeyValuePair<string, KqlValue>> Named(string group) =>
        [new("displayName", new KqlText(state.Find(IdOf(group))?.PropertyText("displayName") ?? group)), new("name", new KqlText(group))];

    private static string IdOf(string group) => $"/providers/{ResourceTypes.ManagementGroup}/{group}";
}
