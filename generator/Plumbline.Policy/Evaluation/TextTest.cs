using System.Text;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A test against plain text that looks at the bytes of the resource, as long as those are plain text too.</summary>
/// <param name="isNegated">Whether the operator is the negation of the test.</param>
internal abstract class TextTest(Operator used, PolicyValue target, bool isNegated) : OperandTest(used, target)
{
    public sealed override bool Holds(in EvaluatedValue left) =>
        left.Element.TryGetPlainText(out var text) && PlainText.IsPlain(text)
            ? HoldsText(text) != isNegated
            : OperatorTable.Holds(Used, left.ToValue(), Target);

    /// <summary>Whether the operator's positive form holds of a text.</summary>
    protected abstract bool HoldsText(ReadOnlySpan<byte> text);

    protected static byte[] Bytes(TextValue text) => Encoding.ASCII.GetBytes(text.Value);
}
