using System.Collections.Immutable;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on what has members: arrays, texts and objects.</summary>
internal static class CollectionFunctions
{
    private const int MaximumRange = 10_000;
    private const ArgumentKind Sequence = ArgumentKind.Array | Text | Null;

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("length", [Sequence | ArgumentKind.Object], arguments => new IntegerValue(LengthOf(arguments[0]))),
        new("empty", [Sequence | ArgumentKind.Object], arguments => BooleanValue.Of(LengthOf(arguments[0]) == 0)),
        new("first", [Sequence], arguments => At(arguments[0], fromEnd: false)) { AnswersPart = true },
        new("last", [Sequence], arguments => At(arguments[0], fromEnd: true)) { AnswersPart = true },
        new("take", [ArgumentKind.Array | Text, Integer], arguments => Slice("take", arguments, isTake: true)),
        new("skip", [ArgumentKind.Array | Text, Integer], arguments => Slice("skip", arguments, isTake: false)),
        new("contains", [Sequence & ~Null | ArgumentKind.Object, Any], Contains),
        new("indexOf", [Sequence, Any], arguments => Find("indexOf", arguments, InvariantText.IndexOf)),
        new("lastIndexOf", [Sequence, Any], arguments => Find("lastIndexOf", arguments, InvariantText.LastIndexOf)),
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

    private static PolicyValue Slice(string name, ImmutableArray<PolicyValue> arguments, bool isTake)
    {
        if (ValueKinds.Count(arguments[1]) is not { } count) return new FailedValue($"{name}() takes an integer of 32 bits as argument 2, not {ValueKinds.Integer(arguments[1])}");
        var cut = Math.Clamp(count, 0, LengthOf(arguments[0]));
        var range = isTake ? ..cut : cut..;
        return arguments[0] is TextValue text ? new TextValue(text.Value[range]) : new ArrayValue(((ArrayValue)arguments[0]).Items[range]);
    }

    private static PolicyValue Contains(ImmutableArray<PolicyValue> arguments) => (arguments[0], arguments[1]) switch
    {
        (ArrayValue array, var member) => BooleanValue.Of(array.Items.IndexOf(member, 0, array.Items.Length, DeepEquality.Comparer) >= 0),
        (TextValue text, TextValue part) => InvariantText.CanSearch(text.Value, part.Value)
            ? BooleanValue.Of(InvariantText.IndexOf(text.Value, part.Value) >= 0)
            : TextFunctions.TooMuchToSearch("contains", text, part),
        (ObjectValue item, TextValue key) => BooleanValue.Of(HasProperty(item, key.Value)),
        var (container, sought) => new FailedValue($"contains() takes a string as argument 2 when argument 1 is {ValueDescription.Of(container)}, not {ValueDescription.Of(sought)}"),
    };

    private static bool HasProperty(ObjectValue value, string name)
    {
        foreach (var property in value.Properties)
        {
            if (InvariantText.AreEqual(property.Key, name)) return true;
        }

        return false;
    }

    private static PolicyValue Find(string name, ImmutableArray<PolicyValue> arguments, Func<string, string, int> position) => (arguments[0], arguments[1]) switch
    {
        (ArrayValue array, var member) => new IntegerValue(name == "indexOf"
            ? array.Items.IndexOf(member, 0, array.Items.Length, DeepEquality.Comparer)
            : array.Items.IsEmpty ? -1 : array.Items.LastIndexOf(member, array.Items.Length - 1, array.Items.Length, DeepEquality.Comparer)),
        (TextValue text, TextValue part) => InvariantText.CanSearch(text.Value, part.Value)
            ? new IntegerValue(position(text.Value, part.Value))
            : TextFunctions.TooMuchToSearch(name, text, part),
        (TextValue text, var sought) => new FailedValue($"{name}() takes a string as argument 2 when argument 1 is {ValueDescription.Of(text)}, not {ValueDescription.Of(sought)}"),
        _ => new IntegerValue(-1),
    };

    private static PolicyValue Range(ImmutableArray<PolicyValue> arguments)
    {
        var (start, count) = (ValueKinds.Integer(arguments[0]), ValueKinds.Integer(arguments[1]));
        if (count is < 0 or > MaximumRange) return new FailedValue($"range() takes a count from 0 to {MaximumRange} as argument 2, not {count}");
        if (start is < int.MinValue or > int.MaxValue || start + count - 1 > int.MaxValue)
            return new FailedValue($"range() makes integers of 32 bits, not {count} from {start} as argument 1");
        var items = ImmutableArray.CreateBuilder<PolicyValue>((int)count);
        for (var i = 0; i < count; i++) items.Add(new IntegerValue(start + i));
        return new ArrayValue(items.MoveToImmutable());
    }
}
