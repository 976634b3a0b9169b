using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Aliases;

/// <summary>Which arrays of a resource type hold sub-resources, with a <c>properties</c> of their own: a tree by lower-case keys, arrays without <c>[*]</c>.</summary>
internal sealed class SubResources
{
    private const string Wrapper = "properties";
    private static readonly string[] OwnKeys = ["name", "type", "id", "etag"];

    private readonly Dictionary<string, SubResources> children = new(StringComparer.Ordinal);
    private readonly HashSet<string> outside = new(StringComparer.Ordinal);
    private readonly HashSet<string> inside = new(StringComparer.Ordinal);
    private bool isSubResource;

    /// <summary>Adds what one name and path of an alias tell.</summary>
    /// <param name="name">The steps of the name, in lower case.</param>
    /// <param name="path">The steps of the path.</param>
    public void Add(ImmutableArray<string> name, ImmutableArray<string> path)
    {
        var pathAt = -1;
        for (var nameAt = AliasPath.NextArray(name, 0); nameAt >= 0 && nameAt + 1 < name.Length; nameAt = AliasPath.NextArray(name, nameAt + 1))
        {
            pathAt = AliasPath.NextArray(path, pathAt + 1);
            if (pathAt < 0 || pathAt + 1 >= path.Length) return;
            Node(name.AsSpan()[..nameAt]).AddMember(name[nameAt + 1], path.AsSpan()[(pathAt + 1)..]);
        }
    }

    /// <summary>Whether members of the array at these steps have a <c>properties</c> of their own.</summary>
    public bool Contains(ReadOnlySpan<string> name) => Find(name) is { isSubResource: true };

    /// <summary>The value at these steps with the properties of its sub-resources merged into them; a key of the member itself wins.</summary>
    public PolicyValue Unwrap(PolicyValue value, ReadOnlySpan<string> at) => Find(at) is { } node ? node.Walk(value, unwraps: true) : value;

    /// <summary>The reverse: name, type, id, etag and what aliases place there stay on the member, the rest goes below <c>properties</c>.</summary>
    public PolicyValue Wrap(PolicyValue value) => Walk(value, unwraps: false);

    private void AddMember(string name, ReadOnlySpan<string> path)
    {
        if (name == Wrapper) return;
        var isWrapped = path.Length > 1 && string.Equals(path[0], Wrapper, StringComparison.OrdinalIgnoreCase);
        isSubResource |= isWrapped;
        (isWrapped ? inside : outside).Add(ResourceKeys.Lower(path[isWrapped ? 1 : 0]));
    }

    private SubResources Node(ReadOnlySpan<string> steps)
    {
        var node = this;
        foreach (var step in steps)
        {
            if (step == AliasPath.EachMember) continue;
            if (!node.children.TryGetValue(step, out var child)) node.children[step] = child = new SubResources();
            node = child;
        }

        return node;
    }

    private SubResources? Find(ReadOnlySpan<string> steps)
    {
        var node = this;
        foreach (var step in steps)
        {
            if (step != AliasPath.EachMember && !node.children.TryGetValue(step, out node)) return null;
        }

        return node;
    }

    private PolicyValue Walk(PolicyValue value, bool unwraps) => value switch
    {
        ArrayValue array => new ArrayValue([.. array.Items.Select(item => OfMember(item, unwraps))]),
        ObjectValue item when children.Count > 0 => new ObjectValue([.. item.Properties.Select(member =>
            children.TryGetValue(member.Key, out var child) ? KeyValuePair.Create(member.Key, child.Walk(member.Value, unwraps)) : member)]),
        _ => value,
    };

    private PolicyValue OfMember(PolicyValue item, bool unwraps)
    {
        if (item is not ObjectValue member) return item;
        if (!isSubResource) return Walk(member, unwraps);
        return unwraps ? Walk(Unwrapped(member), unwraps) : Walk(member, unwraps) is ObjectValue walked ? Wrapped(walked) : item;
    }

    private static ObjectValue Unwrapped(ObjectValue member) => ObjectSteps.Get(member, Wrapper) is not ObjectValue properties
        ? member
        : Merge([.. member.Properties.Where(own => own.Key != Wrapper)], properties.Properties);

    // Own keys first, and their values last: those count.
    private static ObjectValue Merge(ImmutableArray<KeyValuePair<string, PolicyValue>> own, IEnumerable<KeyValuePair<string, PolicyValue>> rest) =>
        ResourceKeys.Object([.. own, .. rest, .. own]);

    private ObjectValue Wrapped(ObjectValue member)
    {
        var (own, rest) = (member.Properties.Where(Stays), new ObjectValue([.. member.Properties.Where(item => !Stays(item))]));
        return new ObjectValue([.. own, .. rest.Properties.IsEmpty ? [] : new[] { KeyValuePair.Create<string, PolicyValue>(Wrapper, rest) }]);
    }

    private bool Stays(KeyValuePair<string, PolicyValue> member) =>
        outside.Contains(member.Key) || (!inside.Contains(member.Key) && OwnKeys.Contains(member.Key, StringComparer.Ordinal));
}
