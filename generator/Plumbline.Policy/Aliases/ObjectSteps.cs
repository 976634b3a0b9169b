using Plumbline.Policy.Values;

namespace Plumbline.Policy.Aliases;

/// <summary>Reads and changes values below an object, by exact keys. Objects are immutable: a change gives a new one.</summary>
internal static class ObjectSteps
{
    /// <summary>The value of exactly that key, or undefined.</summary>
    public static PolicyValue Get(PolicyValue owner, string key)
    {
        if (owner is not ObjectValue item) return UndefinedValue.Instance;
        foreach (var (name, value) in item.Properties)
        {
            if (string.Equals(name, key, StringComparison.Ordinal)) return value;
        }

        return UndefinedValue.Instance;
    }

    /// <summary>The value at the end of the steps, or undefined.</summary>
    public static PolicyValue Get(PolicyValue owner, ReadOnlySpan<string> steps)
    {
        foreach (var step in steps) owner = Get(owner, step);
        return owner;
    }

    /// <summary>The owner with a value at the end of the steps; what stands in the way and is no object is replaced. An undefined value removes, with what is empty then.</summary>
    public static PolicyValue Set(PolicyValue owner, ReadOnlySpan<string> steps, PolicyValue value)
    {
        if (steps.IsEmpty) return value;
        var (item, key) = (owner as ObjectValue, steps[0]);
        var old = item is null ? UndefinedValue.Instance : Get(item, key);
        if (value is UndefinedValue && old is UndefinedValue) return owner;
        var changed = Set(old, steps[1..], value);
        if (changed is UndefinedValue or ObjectValue { Properties.IsEmpty: true } && value is UndefinedValue) return Without(item, key);
        return With(item, key, changed);
    }

    /// <summary>The value with every object that is a member of the array at the end of the steps, at any level of arrays, changed.</summary>
    /// <param name="owner">The object to start at.</param>
    /// <param name="levels">The steps to each array in turn; none means the owner itself.</param>
    /// <param name="change">The change of one object.</param>
    public static PolicyValue Change(PolicyValue owner, ReadOnlySpan<string[]> levels, Func<PolicyValue, PolicyValue> change)
    {
        if (levels.IsEmpty) return owner is ObjectValue ? change(owner) : owner;
        if (Get(owner, levels[0]) is not ArrayValue array) return owner;
        var items = new PolicyValue[array.Items.Length];
        for (var index = 0; index < items.Length; index++) items[index] = Change(array.Items[index], levels[1..], change);
        return Set(owner, levels[0], new ArrayValue([.. items]));
    }

    private static ObjectValue With(ObjectValue? owner, string key, PolicyValue value)
    {
        if (owner is null) return PolicyValueReader.Object((key, value));
        for (var index = 0; index < owner.Properties.Length; index++)
        {
            if (string.Equals(owner.Properties[index].Key, key, StringComparison.Ordinal)) return new ObjectValue(owner.Properties.SetItem(index, KeyValuePair.Create(key, value)));
        }

        return new ObjectValue(owner.Properties.Add(KeyValuePair.Create(key, value)));
    }

    private static ObjectValue Without(ObjectValue? owner, string key) =>
        new(owner is null ? [] : owner.Properties.RemoveAll(member => string.Equals(member.Key, key, StringComparison.Ordinal)));
}
