using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Templates;

/// <summary>Functions on arrays and objects that templates have beyond those of policy rules.</summary>
internal static class TemplateCollectionFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("objectKeys", [ArgumentKind.Object], arguments => new ArrayValue([.. Names((ObjectValue)arguments[0])])),
        new("flatten", [ArgumentKind.Array], arguments => new ArrayValue([.. ((ArrayValue)arguments[0]).Items.SelectMany(item => item is ArrayValue inner ? inner.Items : [item])])),
        new("shallowMerge", [ArgumentKind.Array], ShallowMerge),
        new("indexFromEnd", [ArgumentKind.Array, Integer], arguments => FromEnd(arguments) ?? new FailedValue($"indexFromEnd() finds no member {ValueKinds.Integer(arguments[1])} from the end of {ValueDescription.Of(arguments[0])}")) { AnswersPart = true },
        new("tryIndexFromEnd", [ArgumentKind.Array, Integer], arguments => FromEnd(arguments) ?? NullValue.Instance) { AnswersPart = true },
    ];

    private static IEnumerable<PolicyValue> Names(ObjectValue value) =>
        value.Properties.Select(property => property.Key).Order(StringComparer.OrdinalIgnoreCase).Select(name => new TextValue(name));

    private static PolicyValue? FromEnd(ImmutableArray<PolicyValue> arguments)
    {
        var (items, index) = (((ArrayValue)arguments[0]).Items, ValueKinds.Integer(arguments[1]));
        return index >= 1 && index <= items.Length ? items[^(int)index] : null;
    }

    private static PolicyValue ShallowMerge(ImmutableArray<PolicyValue> arguments)
    {
        var merged = new Dictionary<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in ((ArrayValue)arguments[0]).Items)
        {
            if (item is not ObjectValue part) return new FailedValue($"shallowMerge() takes an array of objects as argument 1, not one with {ValueDescription.Of(item)}");
            foreach (var property in part.Properties) merged[property.Key] = property.Value;
        }

        return new ObjectValue([.. merged]);
    }
}
