using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>Values near a literal of a rule, of the type that a resource would have.</summary>
internal static class Neighbours
{
    /// <summary>Values that probably satisfy the operator with the literal; none when nothing of the kind is known. Undefined stands for a missing property.</summary>
    public static ImmutableArray<PolicyValue> Satisfying(Operator used, PolicyValue literal) => used switch
    {
        Operator.Equals or Operator.In or Operator.Contains or Operator.GreaterOrEquals or Operator.LessOrEquals => Same(literal),
        Operator.Greater => Shifted(literal, 1),
        Operator.Less => Shifted(literal, -1),
        Operator.Like or Operator.Match or Operator.MatchInsensitively => literal is TextValue text ? [new TextValue(Expanded(text.Value))] : Same(literal),
        Operator.Exists => IsTrue(literal) ? [] : [UndefinedValue.Instance],
        Operator.ContainsKey => literal is TextValue key ? [PolicyValueReader.Object((key.Value, new TextValue("x")))] : [],
        Operator.NotContainsKey => [PolicyValueReader.Object(("other", new TextValue("x"))), UndefinedValue.Instance],
        _ => [.. Other(literal), UndefinedValue.Instance],
    };

    /// <summary>Values near the literal, itself included.</summary>
    public static ImmutableArray<PolicyValue> Of(PolicyValue literal) => [.. Same(literal), .. Other(literal), .. Shifted(literal, 1), .. Shifted(literal, -1)];

    private static ImmutableArray<PolicyValue> Same(PolicyValue literal) => literal switch
    {
        TextValue text when bool.TryParse(text.Value, out var boolean) => [BooleanValue.Of(boolean), text],
        TextValue text when long.TryParse(text.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => [text, new IntegerValue(number)],
        TextValue text => [new TextValue(Expanded(text.Value)), new TextValue(OtherCase(text.Value))],
        _ => [literal],
    };

    private static ImmutableArray<PolicyValue> Other(PolicyValue literal) => literal switch
    {
        TextValue text when bool.TryParse(text.Value, out var boolean) => [BooleanValue.Of(!boolean)],
        TextValue text => [new TextValue(text.Value + "x"), new TextValue("other")],
        BooleanValue boolean => [BooleanValue.Of(!boolean.Value)],
        IntegerValue number => [new IntegerValue(number.Value + 1)],
        ArrayValue => [new ArrayValue([new TextValue("other")])],
        ObjectValue => [PolicyValueReader.Object(("other", new TextValue("x")))],
        _ => [new TextValue("other")],
    };

    private static ImmutableArray<PolicyValue> Shifted(PolicyValue literal, int by) => literal switch
    {
        IntegerValue number => [new IntegerValue(number.Value + by)],
        FloatValue number => [new FloatValue(number.Value + by)],
        TextValue { Value: [.., var last] text } => [new TextValue(text[..^1] + (char)(last + by))],
        _ => [],
    };

    private static bool IsTrue(PolicyValue literal) => literal is BooleanValue { Value: true } || (literal is TextValue text && bool.TryParse(text.Value, out var value) && value);

    private static string Expanded(string pattern) => pattern.Replace("*", "abc", StringComparison.Ordinal).Replace('#', '1');

    private static string OtherCase(string text) => text.Any(char.IsAsciiLetterUpper) ? text.ToLowerInvariant() : text.ToUpperInvariant();
}
