using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on what has members: arrays, texts and objects.</summary>
internal static class CollectionFunctions
{
    private const ArgumentKind Sequence = ArgumentKind.Array | Text | Null;

    private static readonly CompareInfo Invariant = CultureInfo.InvariantCulture.CompareInfo;

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("length", [Sequence | ArgumentKind.Object], arguments => new IntegerValue(LengthOf(arguments[0]))),
        new("empty", [Sequence | ArgumentKind.Object], arguments => BooleanValue.Of(LengthOf(arguments[0]) == 0)),
        new("first", [Sequence], arguments => At(arguments[0], fromEnd: false)),
        new("last", [Sequence], arguments => At(arguments[0], fromEnd: true)),
        new("take", [ArgumentKind.Array | Text, Integer], arguments => Slice(arguments, isTake: true)),
        new("skip", [ArgumentKind.Array | Text, Integer], arguments => Slice(arguments, isTake: false)),
        new("contains", [Sequence & ~Null | ArgumentKind.Object, Any], Contains),
        new("indexOf", [Sequence, Any], arguments => Find(arguments, last: false)),
        new("lastIndexOf", [Sequence, Any], arguments => Find(arguments, last: true)),
        new("range", [Integer, Integer], Range),
        new("array", [Any], arguments => arguments[0] is ArrayValue ? arguments[0] : new ArrayValue([arguments[0]])),
        new("createArray", [Any], arguments => new ArrayValue(arguments)) { Minimum = 0, Repeats = true },
    ];

    private static int LengthOf(PolicyValue value) => value switch
    {
        TextValue text => text.Value.Length,
        ArrayValue array => array.Items.Length,
        ObjectValue item => item.Properties.Length,
        _ => 0,
    };

    private static PolicyValue At(PolicyValue value, bool fromEnd) => value switch
    {
        ArrayValue { Items.Length: > 0 } array => fromEnd ? array.Items[^1] : array.Items[0],
        TextValue { Value.Length: > 0 } text => new TextValue(fromEnd ? text.Value[^1..] : text.Value[..1]),
        TextValue => value,
        _ => NullValue.Instance,
    };

    private static PolicyValue Slice(ImmutableArray<PolicyValue> arguments, bool isTake)
    {
        if (ValueKinds.Count(arguments[1]) is not { } count) return new FailedValue("the count does not fit 32 bits");
        var cut = Math.Clamp(count, 0, LengthOf(arguments[0]));
        var range = isTake ? ..cut : cut..;
        return arguments[0] is TextValue text ? new TextValue(text.Value[range]) : new ArrayValue(((ArrayValue)arguments[0]).Items[range]);
    }

    private static PolicyValue Contains(ImmutableArray<PolicyValue> arguments) => (arguments[0], arguments[1]) switch
    {
        (ArrayValue array, var member) => BooleanValue.Of(array.Items.Contains(member)),
        (TextValue text, TextValue part) => BooleanValue.Of(Invariant.IndexOf(text.Value, part.Value, CompareOptions.IgnoreCase) >= 0),
        (ObjectValue item, TextValue key) => BooleanValue.Of(item.Properties.Any(property => Invariant.Compare(property.Key, key.Value, CompareOptions.IgnoreCase) == 0)),
        _ => new FailedValue($"contains() looks for {ValueKinds.Describe(arguments[1])} in {ValueKinds.Describe(arguments[0])}; only a string can be in it"),
    };

    private static PolicyValue Find(ImmutableArray<PolicyValue> arguments, bool last) => (arguments[0], arguments[1]) switch
    {
        (ArrayValue array, var member) => new IntegerValue(last ? array.Items.LastIndexOf(member) : array.Items.IndexOf(member)),
        (TextValue text, TextValue part) => new IntegerValue(last
            ? Invariant.LastIndexOf(text.Value, part.Value, CompareOptions.IgnoreCase)
            : Invariant.IndexOf(text.Value, part.Value, CompareOptions.IgnoreCase)),
        (TextValue, _) => new FailedValue($"the position of {ValueKinds.Describe(arguments[1])} in a string is asked for; only a string has one"),
        _ => new IntegerValue(-1),
    };

    private static PolicyValue Range(ImmutableArray<PolicyValue> arguments)
    {
        var (start, count) = (ValueKinds.Integer(arguments[0]), ValueKinds.Integer(arguments[1]));
        return count is < 0 or > 10_000 || start is < int.MinValue or > int.MaxValue || start + count - 1 > int.MaxValue
            ? new FailedValue($"range() cannot make {count} integers from {start}")
            : new ArrayValue([.. Enumerable.Range((int)start, (int)count).Select(item => new IntegerValue(item))]);
    }
}
