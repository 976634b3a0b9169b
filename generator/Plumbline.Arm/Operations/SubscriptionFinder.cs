using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Finds the subscriptions of scopes; those below a management group are its descendants.</summary>
internal sealed class SubscriptionFinder(OperationClient client)
{
    /// <summary>The subscriptions in ordinal order, and the parents of what lies below management groups.</summary>
    /// <param name="scopes">Management groups, subscriptions and what lies in them.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<ArmOutcome<SubscriptionsBelow>> FindAsync(IEnumerable<string> scopes, SourceLocation at, CancellationToken cancellation)
    {
        var known = scopes.Select(ArmScope.Parse).OfType<ArmScope>().Select(scope => scope.Root).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        var subscriptions = known.Where(root => !IsGroup(root)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parents = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var group in known.Where(IsGroup))
        {
            var (items, failure) = await client.ListAsync($"{group}/descendants", OperationVersions.ManagementGroups, null, cancellation);
            if (failure is not null) return new(null, failure, [DiagnosticCatalog.SubscriptionsNotFound(at, group, failure.Message)]);
            foreach (var item in items)
            {
                if (item["name"] is not TextValue name || ParentOf(item) is not { } parent) continue;
                parents.Add(KeyValuePair.Create(name.Value, parent));
                if (IsSubscription(item)) subscriptions.Add($"/subscriptions/{name.Value}");
            }
        }

        return new(new([.. subscriptions.Order(StringComparer.OrdinalIgnoreCase)], parents.ToImmutable()), null, []);
    }

    private static bool IsGroup(string root) => root.StartsWith("/providers/", StringComparison.OrdinalIgnoreCase);

    // The specification gives the type as Microsoft.Management/managementGroups/subscriptions; the id is that of the subscription itself.
    private static bool IsSubscription(ObjectValue item) =>
        (item["type"] is TextValue type && type.Value.EndsWith("subscriptions", StringComparison.OrdinalIgnoreCase))
        || (item["id"] is TextValue id && id.Value.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase));

    private static string? ParentOf(ObjectValue item) =>
        item["properties"] is ObjectValue properties && properties["parent"] is ObjectValue parent && parent["id"] is TextValue id ? id.Value[(id.Value.LastIndexOf('/') + 1)..] : null;
}
