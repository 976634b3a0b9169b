using System.Collections.Immutable;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on objects, and the set functions that objects and arrays share.</summary>
internal static class ObjectFunctions
{
    private const ArgumentKind Container = ArgumentKind.Array | ArgumentKind.Object;

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("createObject", [Any], CreateObject) { Minimum = 0, Repeats = true },
        new("union", [Container], arguments => Set("union", arguments, Distinct, ObjectMerge.Merge)) { Minimum = 2, Repeats = true },
        new("intersection", [Container], arguments => Set("intersection", arguments, Common, CommonProperties)) { Minimum = 2, Repeats = true },
        new("items", [ArgumentKind.Object], Items),
        new("tryGet", [Any, Text | Integer], TryGet) { Minimum = 2, Repeats = true, AnswersPart = true },
    ];

    private static PolicyValue CreateObject(ImmutableArray<PolicyValue> arguments)
    {
        if (arguments.Length % 2 != 0) return new FailedValue($"createObject() takes pairs of a name and a value, not {arguments.Length} arguments");
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>(arguments.Length / 2);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i] is not TextValue name) return new FailedValue($"createObject() takes a string, the name of a property, as argument {i + 1}, not {ValueDescription.Of(arguments[i])}");
            if (!names.Add(name.Value)) return new FailedValue($"createObject() gets the name {ValueDescription.Quote(name.Value)} again as argument {i + 1}");
            properties.Add(KeyValuePair.Create(name.Value, arguments[i + 1]));
        }

        return new ObjectValue(properties.MoveToImmutable());
    }

    private static PolicyValue Set(string name, ImmutableArray<PolicyValue> arguments, Func<ImmutableArray<PolicyValue>, PolicyValue> ofArrays, Func<ImmutableArray<PolicyValue>, PolicyValue> ofObjects)
    {
        for (var i = 1; i < arguments.Length; i++)
        {
            if (arguments[i] is ArrayValue != arguments[0] is ArrayValue)
                return new FailedValue($"{name}() takes arrays only or objects only: argument 1 is {ValueDescription.Of(arguments[0])} and argument {i + 1} {ValueDescription.Of(arguments[i])}");
        }

        return arguments[0] is ArrayValue ? ofArrays(arguments) : ofObjects(arguments);
    }

    private static ArrayValue Distinct(ImmutableArray<PolicyValue> arguments)
    {
        var seen = new HashSet<PolicyValue>(DeepEquality.Comparer);
        var items = ImmutableArray.CreateBuilder<PolicyValue>();
        foreach (var argument in arguments)
        {
            foreach (var item in ((ArrayValue)argument).Items)
            {
                if (seen.Add(item)) items.Add(item);
            }
        }

        return new ArrayValue(items.ToImmutable());
    }

    private static ArrayValue Common(ImmutableArray<PolicyValue> arguments)
    {
        var common = ((ArrayValue)arguments[0]).Items.Distinct(DeepEquality.Comparer).ToList();
        foreach (var argument in arguments.AsSpan()[1..])
        {
            var others = ((ArrayValue)argument).Items.ToHashSet(DeepEquality.Comparer);
            common.RemoveAll(item => !others.Contains(item));
        }

        return new ArrayValue([.. common]);
    }

    private static ObjectValue CommonProperties(ImmutableArray<PolicyValue> arguments)
    {
        var common = ((ObjectValue)arguments[0]).Properties.ToList();
        foreach (var argument in arguments.AsSpan()[1..])
        {
            var others = DeepEquality.Index((ObjectValue)argument);
            common.RemoveAll(property => !others.TryGetValue(property.Key, out var other) || !DeepEquality.Comparer.Equals(property.Value, other));
        }

        return new ObjectValue([.. common]);
    }

    private static ArrayValue Items(ImmutableArray<PolicyValue> arguments) =>
        new([.. ((ObjectValue)arguments[0]).Properties
            .OrderBy(property => property.Key, StringComparer.OrdinalIgnoreCase)
            .Select(property => PolicyValueReader.Object(("key", new TextValue(property.Key)), ("value", property.Value)))]);

    // Only the first key is safe; what it finds has to have the others.
    private static PolicyValue TryGet(ImmutableArray<PolicyValue> arguments)
    {
        var value = ValueAccess.Read(arguments[0], arguments[1]);
        if (value is FailedValue) return NullValue.Instance;
        for (var i = 2; i < arguments.Length; i++)
        {
            value = ValueAccess.Read(value, arguments[i]);
            if (value is FailedValue failed) return new FailedValue($"tryGet() is safe only for its first key; argument {i + 1} fails: {failed.Reason}");
        }

        return value;
    }
}
