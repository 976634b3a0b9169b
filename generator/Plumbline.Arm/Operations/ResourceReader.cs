using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Reads resources one by one and lists of related ones, in the newest stable api-version that their provider offers.</summary>
internal sealed class ResourceReader(OperationClient client)
{
    private const string Providers = "/providers/";

    private readonly ConcurrentDictionary<string, Task<ImmutableDictionary<string, string>>> versions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>One resource.</summary>
    public async Task<(string Id, ObjectValue? Value, ArmFailure? Failure)> GetAsync(string id, CancellationToken cancellation)
    {
        if (TypeOf(id) is not { } type) return (id, null, ArmFailureReader.Unexpected("GET", id, 0, "the id is not one of a resource"));
        var (value, failure) = await client.GetAsync(id, await VersionOfAsync(id, type, cancellation), cancellation);
        return (id, value, failure);
    }

    /// <summary>Related resources; null when they could not be read. Of a type that has none there, there are none.</summary>
    public async Task<KeyValuePair<RelatedRead, ImmutableArray<ObjectValue>?>> ListAsync(RelatedRead read, CancellationToken cancellation)
    {
        var (items, failure) = await client.ListAsync(read.Collection, await VersionOfAsync(read.ResourceId, read.Type, cancellation), null, cancellation);
        return new(read, failure switch
        {
            null => items,
            { Kind: ArmFailureKind.NotFound } => [],
            _ => null,
        });
    }

    /// <summary>The ids of the resources of a subscription, from a list that has no properties.</summary>
    public async Task<(ImmutableArray<string> Ids, ArmFailure? Failure)> IdsAsync(string subscription, CancellationToken cancellation)
    {
        var (items, failure) = await client.ListAsync($"{subscription}/resources", OperationVersions.Resources, null, cancellation);
        return ([.. items.Select(item => item["id"]).OfType<TextValue>().Select(id => id.Value)], failure);
    }

    /// <summary>The subscription and its resource groups, with the types that rules name them by.</summary>
    public async Task<(ImmutableArray<ObjectValue> Scopes, ArmFailure? Failure)> ScopesAsync(string subscription, CancellationToken cancellation)
    {
        var (own, failure) = await client.GetAsync(subscription, OperationVersions.Resources, cancellation);
        if (own is null) return ([], failure);
        var (groups, failed) = await client.ListAsync($"{subscription}/resourcegroups", OperationVersions.Resources, null, cancellation);
        return failed is not null ? ([], failed) : ([Scope(own, "Microsoft.Resources/subscriptions"), .. groups.Select(group => Scope(group, "Microsoft.Resources/subscriptions/resourceGroups"))], null);
    }

    private static ObjectValue Scope(ObjectValue document, string type)
    {
        var id = document["id"] is TextValue text ? text.Value : string.Empty;
        var own = document.Properties.Where(property => property.Key is not ("id" or "name" or "type"));
        return new([new("id", new TextValue(id)), new("name", new TextValue(id[(id.LastIndexOf('/') + 1)..])), new("type", new TextValue(type)), .. own]);
    }

    private async Task<string> VersionOfAsync(string id, string type, CancellationToken cancellation)
    {
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        var root = string.Join('/', id.Split('/').Take(3));
        var known = await versions.GetOrAdd($"{root}{Providers}{type[..slash]}", path => ReadAsync(path, cancellation));
        return known.GetValueOrDefault(type[(slash + 1)..]) ?? OperationVersions.Resources;
    }

    private async Task<ImmutableDictionary<string, string>> ReadAsync(string path, CancellationToken cancellation)
    {
        var (provider, _) = await client.GetAsync(path, OperationVersions.Resources, cancellation);
        var types = (provider?["resourceTypes"] as ArrayValue)?.Items.OfType<ObjectValue>() ?? [];
        return types
            .Where(type => type["resourceType"] is TextValue && type["apiVersions"] is ArrayValue { Items.IsEmpty: false })
            .DistinctBy(type => ((TextValue)type["resourceType"]).Value, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(type => ((TextValue)type["resourceType"]).Value, type => Newest((ArrayValue)type["apiVersions"]), StringComparer.OrdinalIgnoreCase);
    }

    // A date without suffix is a stable version, and dates sort by their text.
    private static string Newest(ArrayValue versions)
    {
        var all = versions.Items.OfType<TextValue>().Select(version => version.Value).OrderDescending(StringComparer.Ordinal).ToList();
        return all.Find(version => version.Length == "yyyy-MM-dd".Length) ?? all[0];
    }

    private static string? TypeOf(string id)
    {
        var start = id.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || id[(start + Providers.Length)..].Split('/') is not { Length: >= 3 } segments) return null;
        return string.Join('/', segments.Where((_, index) => index == 0 || index % 2 == 1));
    }
}
