using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Resources;

/// <summary>A change to a resource: a value set at a path, or whatever is there removed.</summary>
/// <param name="Path">The path.</param>
/// <param name="Value">The value; undefined removes.</param>
/// <param name="Text">The path as written.</param>
/// <param name="Location">Where it is written.</param>
public sealed record ResourceEdit(ResourcePath Path, PolicyValue Value, string Text, SourceLocation Location)
{
    /// <summary>The changed resource; null when the path leads nowhere. Setting creates the objects on the way, and a member after the last one.</summary>
    public ObjectValue? Apply(ObjectValue resource) => Changed(resource, Path.Steps.AsSpan()) as ObjectValue;

    private PolicyValue? Changed(PolicyValue value, ReadOnlySpan<ResourceStep> steps)
    {
        if (steps.IsEmpty) return Value;
        return steps[0] switch
        {
            NameStep name => ChangedProperty(value, name.Name, steps[1..]),
            IndexStep index => ChangedMember(value, index.Index, steps[1..]),
            _ => ChangedMembers(value, steps[1..]),
        };
    }

    private ObjectValue? ChangedProperty(PolicyValue value, string name, ReadOnlySpan<ResourceStep> rest)
    {
        if (value is UndefinedValue or NullValue && Value is not UndefinedValue) value = PolicyValueReader.Object();
        if (value is not ObjectValue item) return null;
        var index = IndexOf(item, name);
        if (index < 0 && Value is UndefinedValue) return null;
        if (Changed(index < 0 ? UndefinedValue.Instance : item.Properties[index].Value, rest) is not { } changed) return null;
        if (index < 0) return new ObjectValue(item.Properties.Add(KeyValuePair.Create(name, changed)));
        return new ObjectValue(changed is UndefinedValue
            ? item.Properties.RemoveAt(index)
            : item.Properties.SetItem(index, KeyValuePair.Create(item.Properties[index].Key, changed)));
    }

    private ArrayValue? ChangedMember(PolicyValue value, int index, ReadOnlySpan<ResourceStep> rest)
    {
        if (value is UndefinedValue or NullValue && Value is not UndefinedValue) value = new ArrayValue([]);
        if (value is not ArrayValue array || index > array.Items.Length || (index == array.Items.Length && Value is UndefinedValue)) return null;
        if (Changed(index == array.Items.Length ? UndefinedValue.Instance : array.Items[index], rest) is not { } changed) return null;
        if (index == array.Items.Length) return new ArrayValue(array.Items.Add(changed));
        return new ArrayValue(changed is UndefinedValue ? array.Items.RemoveAt(index) : array.Items.SetItem(index, changed));
    }

    private ArrayValue? ChangedMembers(PolicyValue value, ReadOnlySpan<ResourceStep> rest)
    {
        if (value is not ArrayValue { Items.IsEmpty: false } array) return null;
        var items = ImmutableArray.CreateBuilder<PolicyValue>(array.Items.Length);
        foreach (var item in array.Items)
        {
            if (Changed(item, rest) is not { } changed) return null;
            if (changed is not UndefinedValue) items.Add(changed);
        }

        return new ArrayValue(items.ToImmutable());
    }

    private static int IndexOf(ObjectValue item, string name)
    {
        var loose = -1;
        for (var i = 0; i < item.Properties.Length; i++)
        {
            if (string.Equals(item.Properties[i].Key, name, StringComparison.Ordinal)) return i;
            if (loose < 0 && string.Equals(item.Properties[i].Key, name, StringComparison.OrdinalIgnoreCase)) loose = i;
        }

        return loose;
    }
}
