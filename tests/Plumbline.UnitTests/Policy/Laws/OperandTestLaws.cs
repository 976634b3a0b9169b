using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.Laws;

/// <summary>Tests on the bytes of a resource answer as the table of operators does, whatever the value and the operand are.</summary>
public sealed class OperandTestLaws
{
    private static readonly Operator[] Quick =
        [Operator.Equals, Operator.NotEquals, Operator.In, Operator.NotIn, Operator.Like, Operator.NotLike, Operator.Contains, Operator.NotContains, Operator.Exists];

    private static readonly Gen<string> Text = Gen.OneOf(
        RandomRules.Text,
        Gen.String[Gen.Char["aAbB*?[ {~\u007f\u0001\"\\/kK\u212Aiİıſs\u00ad\u200d"], 0, 5],
        Gen.OneOf("True", "10", "-1", "1e1", " 1", "{\"a\":1}", "ab*", "*b", "*", new string('a', 600)));

    private static readonly Gen<JToken> Value = Gen.OneOf(Text.Select(text => (JToken)new JValue(text)), RandomRules.Value);

    // What operators have fast tests for: a text, a list of texts. Others go to the table.
    private static readonly Gen<JToken> Operand = Gen.OneOf(Value, Text.Array[0, 4].Select(items => (JToken)new JArray(items.Cast<object>().ToArray())));

    // How a text stands in the resource: as it is, or with every character escaped.
    private static readonly Gen<bool> Escaped = Gen.Bool;

    [Fact]
    public void Test_on_an_element_answers_as_the_table() => Gen.Select(Gen.OneOf(Quick), Value, Operand, Escaped).Sample((used, value, operand, escaped) =>
    {
        var target = PolicyValueReader.FromToken(operand);
        var element = ResourceDocument.Parse(Encoding.UTF8.GetBytes(Json(value, escaped))).Root;

        return OperandTest.Of(used, target, isLocation: false).Holds(new EvaluatedValue(element)) == OperatorTable.Holds(used, PolicyValueReader.FromToken(value), target);
    }, iter: 20_000);

    [Fact]
    public void Test_on_a_value_or_nothing_answers_as_the_table() => Gen.Select(Gen.OneOf(Quick), Value, Operand).Sample((used, value, operand) =>
    {
        var target = PolicyValueReader.FromToken(operand);
        var test = OperandTest.Of(used, target, isLocation: false);

        return test.Holds(new EvaluatedValue(PolicyValueReader.FromToken(value))) == OperatorTable.Holds(used, PolicyValueReader.FromToken(value), target)
            && test.Holds(default) == OperatorTable.Holds(used, UndefinedValue.Instance, target);
    }, iter: 20_000);

    [Fact]
    public void Plain_operands_have_quick_tests()
    {
        var (text, list) = (new TextValue("a"), new ArrayValue([new TextValue("a")]));

        Assert.Equal(
            [typeof(EqualsTextTest), typeof(EqualsTextTest), typeof(InTextTest), typeof(InTextTest), typeof(LikeTextTest), typeof(LikeTextTest), typeof(ContainsTextTest), typeof(ContainsTextTest), typeof(ExistsTest)],
            Quick.Select(used => OperandTest.Of(used, used is Operator.In or Operator.NotIn ? list : text, isLocation: false).GetType()));
    }

    private static string Json(JToken value, bool escaped) => escaped && value is JValue { Value: string text }
        ? $"\"{string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"))}\""
        : value.ToString(Newtonsoft.Json.Formatting.None);
}
