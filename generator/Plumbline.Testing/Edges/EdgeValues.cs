using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Values for a property that a rule reads.</summary>
internal static class EdgeValues
{
    private const int MaximumNamed = 12;
    private const int MaximumCompared = 6;

    /// <summary>Values of the property's own type, those that a resource mostly has first: samples, the schema's strings, what the rule compares with and its neighbours.</summary>
    public static ImmutableArray<PolicyValue> Valid(PropertyReading reading)
    {
        var (kinds, name) = (reading.Value.Kinds, NameOf(reading));
        if (kinds.HasFlag(ValueKinds.Boolean)) return [BooleanValue.Of(true), BooleanValue.Of(false)];
        if (kinds.HasFlag(ValueKinds.Number)) return [.. reading.Comparisons.SelectMany(comparison => Around(comparison.Operand)).Append(new IntegerValue(1)).Distinct()];
        if (kinds.HasFlag(ValueKinds.Array)) return [ResourceSketch.Value(reading.Value, name), new ArrayValue([])];
        if (kinds.HasFlag(ValueKinds.Object)) return [ResourceSketch.Value(reading.Value, name)];
        var samples = reading.Value.Values.IsEmpty ? EdgeSamples.Of(name) : [.. reading.Value.Values.Take(MaximumNamed)];
        return [.. samples.Concat(Compared(reading).Take(MaximumCompared)).Distinct(StringComparer.Ordinal).Select(text => new TextValue(text))];
    }

    /// <summary>What a value may be instead of what it should be: missing, null, empty, in another case, of another type.</summary>
    public static IEnumerable<(string Name, PolicyValue Value)> Odd(PropertyReading reading, PolicyValue usual)
    {
        yield return ("missing", UndefinedValue.Instance);
        yield return ("null", NullValue.Instance);
        var kinds = reading.Value.Kinds;
        if (kinds.HasFlag(ValueKinds.String)) yield return ("empty", new TextValue(""));
        if (usual is TextValue text && IsKnown(reading, text.Value) && OtherCase(text.Value) is var other && other != text.Value) yield return ("other case", new TextValue(other));
        if (kinds.HasFlag(ValueKinds.Array)) yield return ("empty", new ArrayValue([]));
        if (kinds.HasFlag(ValueKinds.Object)) yield return ("empty", new ObjectValue([]));
        foreach (var wrong in Wrong(kinds)) yield return ("wrong type", wrong);
    }

    private static ImmutableArray<PolicyValue> Wrong(ValueKinds kinds)
    {
        if (kinds.HasFlag(ValueKinds.Boolean)) return [new TextValue("true"), new TextValue("false")];
        if (kinds.HasFlag(ValueKinds.Number)) return [new TextValue("1")];
        if (kinds.HasFlag(ValueKinds.Array)) return [new ObjectValue([])];
        return kinds.HasFlag(ValueKinds.Object) ? [new TextValue("sample")] : kinds.HasFlag(ValueKinds.String) ? [new IntegerValue(1)] : [];
    }

    private static IEnumerable<string> Compared(PropertyReading reading) => reading.Comparisons.SelectMany(comparison => Texts(comparison.Operator, comparison.Operand));

    // The case of a free text that the rule does not look for says nothing.
    private static bool IsKnown(PropertyReading reading, string text) => reading.Value.Values.Contains(text) || Compared(reading).Any();

    private static string NameOf(PropertyReading reading) => reading.Steps.LastOrDefault(step => step != SchemaProperty.EachMember) ?? "";

    private static string OtherCase(string text) => text.ToUpperInvariant() is var upper && upper != text ? upper : text.ToLowerInvariant();

    private static IEnumerable<PolicyValue> Around(PolicyValue operand) => operand switch
    {
        IntegerValue number => [number, new IntegerValue(number.Value - 1), new IntegerValue(number.Value + 1)],
        FloatValue => [operand],
        TextValue text when long.TryParse(text.Value, CultureInfo.InvariantCulture, out var number) => Around(new IntegerValue(number)),
        _ => [],
    };

    // A text that the operator holds for.
    private static IEnumerable<string> Texts(Operator used, PolicyValue operand)
    {
        if (operand is not TextValue { Value: var text } || text.Length == 0 || used == Operator.Exists) return [];
        return used switch
        {
            Operator.Like or Operator.NotLike => [text.Replace("*", "sample", StringComparison.Ordinal)],
            Operator.Contains or Operator.NotContains => [$"sample{text}sample"],
            Operator.Match or Operator.NotMatch or Operator.MatchInsensitively or Operator.NotMatchInsensitively => [text.Replace('#', '1').Replace('?', 'a').Replace('.', 'a')],
            _ => [text],
        };
    }
}
