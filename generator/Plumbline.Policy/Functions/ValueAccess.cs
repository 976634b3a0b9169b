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
        (ObjectValue item, TextValue name) => item[name.Value] is var value && value is UndefinedValue ? NoMember(item, name.Value) : value,
        (ArrayValue array, IntegerValue index) => index.Value >= 0 && index.Value < array.Items.Length
            ? array.Items[(int)index.Value]
            : new FailedValue($"index {index.Value} is outside of an array of {array.Items.Length}"),
        _ => new FailedValue($"{ValueKinds.Describe(target)} has no member {PolicyValueWriter.ToCompactJson(key)}"),
    };

    private static FailedValue NoMember(ObjectValue item, string name) =>
        new($"the object has no property '{name}', only {string.Join(", ", item.Properties.Take(NamesShown).Select(property => $"'{property.Key}'").DefaultIfEmpty("none"))}");
}
