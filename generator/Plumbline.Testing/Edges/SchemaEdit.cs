using System.Collections.Immutable;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Changes one property of a resource.</summary>
internal static class SchemaEdit
{
    /// <summary>The value at a path; of arrays, in the first member. Undefined when there is none.</summary>
    public static PolicyValue Get(PolicyValue root, ReadOnlySpan<string> steps)
    {
        if (steps.IsEmpty) return root;
        PolicyValue next = (root, steps[0]) switch
        {
            (ArrayValue { Items: [var first, ..] }, SchemaProperty.EachMember) => first,
            (ObjectValue owner, var name) => owner[name],
            _ => UndefinedValue.Instance,
        };
        return Get(next, steps[1..]);
    }

    /// <summary>The resource with another value at a path; undefined takes the property away. Objects on the way are made with what the schema requires of them.</summary>
    public static PolicyValue Set(PolicyValue root, ReadOnlySpan<string> steps, PolicyValue value, SchemaNode? schema)
    {
        if (steps.IsEmpty) return value;
        if (value is UndefinedValue && root is not (ObjectValue or ArrayValue)) return root;
        return IndexOf(steps[0]) is { } index ? Member(root, index, steps, value, schema) : Property(root, steps, value, schema);
    }

    /// <summary>The same path through another member of its outermost array.</summary>
    public static ImmutableArray<string> Second(ImmutableArray<string> steps) =>
        steps.IndexOf(SchemaProperty.EachMember) is var at and >= 0 ? steps.SetItem(at, "[1]") : steps;

    private static ArrayValue Member(PolicyValue root, int index, ReadOnlySpan<string> steps, PolicyValue value, SchemaNode? schema)
    {
        var (items, item) = (root is ArrayValue array ? array.Items : [], schema?.Find(SchemaProperty.EachMember)?.Value);
        var changed = Set(index < items.Length ? items[index] : UndefinedValue.Instance, steps[1..], value, item);
        if (changed is UndefinedValue) return new(index < items.Length ? items.RemoveAt(index) : items);
        return new(index < items.Length ? items.SetItem(index, changed) : items.Add(changed));
    }

    private static ObjectValue Property(PolicyValue root, ReadOnlySpan<string> steps, PolicyValue value, SchemaNode? schema)
    {
        var name = steps[0];
        var owner = root as ObjectValue ?? (schema is null ? null : ResourceSketch.Value(schema, name) as ObjectValue) ?? new ObjectValue([]);
        var changed = Set(owner[name], steps[1..], value, schema?.Find(name)?.Value);
        for (var at = 0; at < owner.Properties.Length; at++)
        {
            if (!string.Equals(owner.Properties[at].Key, name, StringComparison.OrdinalIgnoreCase)) continue;
            return new(changed is UndefinedValue ? owner.Properties.RemoveAt(at) : owner.Properties.SetItem(at, new(owner.Properties[at].Key, changed)));
        }

        return changed is UndefinedValue ? owner : new(owner.Properties.Add(new(name, changed)));
    }

    private static int? IndexOf(string step) => step switch { SchemaProperty.EachMember => 0, "[1]" => 1, _ => null };
}
