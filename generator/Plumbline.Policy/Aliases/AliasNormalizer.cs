using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Aliases;

/// <summary>
/// Turns a resource as ARM returns it into the flat form in which every alias stands at its short name, in lower case, and back.
/// Total: what is no object stays as it is, and a type without aliases is only flattened. Safe for use by several threads.
/// </summary>
/// <param name="aliases">Where the aliases of types are found.</param>
public sealed class AliasNormalizer(AliasTable aliases)
{
    private const string Properties = "properties";

    private readonly ConcurrentDictionary<string, AliasShape> shapes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The resource in flat form.</summary>
    /// <param name="resource">The resource as ARM returns it.</param>
    /// <param name="apiVersion">The version whose paths aliases have in it; null or an unknown one means the default paths.</param>
    public PolicyValue Normalize(PolicyValue resource, string? apiVersion = null)
    {
        if (resource is not ObjectValue raw) return resource;
        var type = TypeOf(raw);
        var shape = ShapeOf(type);
        PolicyValue flat = Flatten(raw, type, shape);
        if (shape is null) return flat;
        flat = shape.Arrays.Unwrap(flat, []);
        foreach (var alias in shape.Scalars) flat = Place(raw, flat, alias, shape, apiVersion);
        return shape.Wildcards.SelectMany(alias => shape.Renames(alias, apiVersion)).Aggregate(flat, (current, rename) => rename.Apply(current));
    }

    /// <summary>The resource as ARM would return it, from its flat form. Keys that no alias names stay in lower case.</summary>
    /// <param name="resource">The resource in flat form.</param>
    /// <param name="apiVersion">The version whose paths aliases have in it; null or an unknown one means the default paths.</param>
    public PolicyValue Denormalize(PolicyValue resource, string? apiVersion = null)
    {
        if (resource is not ObjectValue given) return resource;
        var type = TypeOf(given);
        PolicyValue flat = Lowered(given.Properties);
        if (ShapeOf(type) is not { } shape) return KeyCase.Arm.Restore(Nest(flat, IsDataPlane(type)));
        foreach (var rename in shape.Wildcards.SelectMany(alias => shape.Renames(alias, apiVersion)).Reverse()) flat = rename.Revert(flat);
        flat = shape.Arrays.Wrap(flat);
        var moved = new List<(ImmutableArray<string> Path, PolicyValue Value)>();
        foreach (var alias in shape.Scalars.Reverse()) flat = Take(flat, alias, apiVersion, moved);
        PolicyValue nested = Nest(flat, shape.KeepsRootKeys);
        foreach (var (path, value) in moved.OrderBy(item => item.Path.Length)) nested = ObjectSteps.Set(nested, path.AsSpan(), value);
        return nested is ObjectValue item ? shape.Case.Restore(item) : nested;
    }

    private AliasShape? ShapeOf(string type)
    {
        if (shapes.TryGetValue(type, out var known)) return known;
        var found = aliases.OfType(type);
        return found.IsEmpty ? null : shapes.GetOrAdd(type, (name, all) => new AliasShape(name, all), found);
    }

    private static string TypeOf(ObjectValue resource) => resource["type"] is TextValue type ? type.Value : string.Empty;

    private static bool IsDataPlane(string type) => type.Contains(".data/", StringComparison.OrdinalIgnoreCase);

    private static ObjectValue Lowered(IEnumerable<KeyValuePair<string, PolicyValue>> members) =>
        ResourceKeys.Object(members.Select(member => (Key: ResourceKeys.Lower(member.Key), member.Value)).Select(member => KeyValuePair.Create(member.Key, ResourceKeys.LowerMember(member.Key, member.Value))));

    // Root keys first, and their values last: those count. A property with the name of a root field has an alias of its own.
    private static ObjectValue Flatten(ObjectValue raw, string type, AliasShape? shape)
    {
        var root = Lowered(raw.Properties.Where(member => ResourceKeys.IsRootField(member.Key)
            || (IsDataPlane(type) && !string.Equals(member.Key, Properties, StringComparison.OrdinalIgnoreCase)))).Properties;
        if (raw[Properties] is not ObjectValue properties) return new ObjectValue(root);
        var merged = ((ObjectValue)ResourceKeys.LowerKeys(properties)).Properties.Where(member => shape?.Collisions.Contains(member.Key) != true);
        return ResourceKeys.Object([.. root, .. merged, .. root]);
    }

    private static PolicyValue Place(ObjectValue raw, PolicyValue flat, ShortAlias alias, AliasShape shape, string? apiVersion)
    {
        var path = alias.PathFor(apiVersion);
        if (alias.IsInPlace(path)) return flat;
        var value = ObjectSteps.Get(raw, path.AsSpan());
        return value is UndefinedValue ? flat : ObjectSteps.Set(flat, alias.Target.AsSpan(), shape.Arrays.Unwrap(ResourceKeys.LowerKeys(value), alias.Steps.AsSpan()));
    }

    private static PolicyValue Take(PolicyValue flat, ShortAlias alias, string? apiVersion, List<(ImmutableArray<string> Path, PolicyValue Value)> moved)
    {
        var path = alias.PathFor(apiVersion);
        if (alias.IsInPlace(path)) return flat;
        var value = ObjectSteps.Get(flat, alias.Target.AsSpan());
        if (value is UndefinedValue) return flat;
        moved.Add(([.. path.Select(ResourceKeys.Lower)], value));
        return ObjectSteps.Set(flat, alias.Target.AsSpan(), UndefinedValue.Instance);
    }

    private static ObjectValue Nest(PolicyValue flat, bool keepsRootKeys)
    {
        if (flat is not ObjectValue item) return new ObjectValue([]);
        if (keepsRootKeys) return item;
        var rest = item.Properties.RemoveAll(member => ResourceKeys.IsRootField(member.Key));
        var root = item.Properties.RemoveAll(member => !ResourceKeys.IsRootField(member.Key));
        return new ObjectValue(rest.IsEmpty ? root : root.Add(KeyValuePair.Create<string, PolicyValue>(Properties, new ObjectValue(rest))));
    }
}
