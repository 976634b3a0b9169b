using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>Property and index access on a value: <c>.name</c> and <c>[key]</c>.</summary>
internal static class ValueAccess
{
    private const int NamesShown = 10;

    /// <summary>The member, or a failure that says why there is none. Names are found without regard to case.</summary>
    public static PolicyValue Read(PolicyValue target, PolicyValue key) => (target, key) switch
    {
        (FailedValue, _) => target,
        (_, FailedValue) => key,
        (ObjectValue item, TextValue name) => Find(item, name.Value) ?? NoMember(item, name.Value),
        (ArrayValue array, IntegerValue index) => index.Value >= 0 && index.Value < array.Items.Length
            ? array.Items[(int)index.Value]
            : new FailedValue($"index {index.Value} is outside of an array of {array.Items.Length}"),
        (ArrayValue, _) => new FailedValue($"an array has members by integer index from 0, not by {ValueDescription.Of(key)}"),
        (ObjectValue, _) => new FailedValue($"an object has members by name, not by {ValueDescription.Of(key)}"),
        _ => new FailedValue($"{ValueDescription.Of(target)} has no members, not even {ValueDescription.Of(key)}"),
    };

    /// <summary>The property of exactly this name, else the first that the invariant culture finds equal ignoring case, else null.</summary>
    public static PolicyValue? Find(ObjectValue value, string name)
    {
        foreach (var property in value.Properties)
        {
            if (string.Equals(property.Key, name, StringComparison.Ordinal)) return Defined(property.Value);
        }

        foreach (var property in value.Properties)
        {
            if (InvariantText.AreEqual(property.Key, name)) return Defined(property.Value);
        }

        return null;
    }

    private static PolicyValue? Defined(PolicyValue value) => value is UndefinedValue ? null : value;

    private static FailedValue NoMember(ObjectValue item, string name)
    {
        if (item.Properties.IsEmpty) return new($"the object has no property {ValueDescription.Quote(name)}, it is empty");
        var names = string.Join(", ", item.Properties.Take(NamesShown).Select(property => ValueDescription.Quote(property.Key)));
        return new($"the object has no property {ValueDescription.Quote(name)}, only {names}{(item.Properties.Length > NamesShown ? ", ..." : "")}");
    }
}
