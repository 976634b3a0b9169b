using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>An operator with its operand, ready to test values. Every test answers as <see cref="OperatorTable"/> does; some are quicker on plain text.</summary>
internal abstract class OperandTest(Operator used, PolicyValue target)
{
    public Operator Used => used;

    public PolicyValue Target => target;

    /// <summary>Whether the value satisfies the operator.</summary>
    public abstract bool Holds(in EvaluatedValue left);

    /// <summary>The quickest test there is for an operator and an operand.</summary>
    public static OperandTest Of(Operator used, PolicyValue target, bool isLocation) => (used, target) switch
    {
        _ when isLocation => new LocationTest(used, target),
        (Operator.Equals or Operator.NotEquals, TextValue text) when PlainText.IsPlain(text.Value) => new EqualsTextTest(used, text),
        (Operator.In or Operator.NotIn, ArrayValue array) when array.Items.All(item => item is TextValue text && PlainText.IsPlain(text.Value)) => new InTextTest(used, array),
        (Operator.Like or Operator.NotLike, TextValue text) when PlainText.IsPlain(text.Value) => new LikeTextTest(used, text),
        (Operator.Contains or Operator.NotContains, TextValue text) when PlainText.IsPlain(text.Value) => new ContainsTextTest(used, text),
        (Operator.Exists, _) => new ExistsTest(target),
        _ => new TableTest(used, target, isLocation: false),
    };
}
