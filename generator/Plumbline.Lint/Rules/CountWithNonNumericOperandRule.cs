using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>A count is compared with what is no number.</summary>
internal sealed class CountWithNonNumericOperandRule() : DefinitionRule("count-with-non-numeric-operand", LintSeverity.Warning, "A count is compared with what is no number")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Leaf is { Subject: FieldCountSubject or ValueCountSubject } leaf && !IsNumber(leaf))
            .Select(site => Finding(
                document,
                site.Token,
                $"'count' is a number, and '{site.Keyword?.Name}' compares it with something else: the result is always the same",
                "compare it with a number"));

    private static bool IsNumber(LeafCondition leaf) => leaf.Operator switch
    {
        Operator.In or Operator.NotIn => leaf.Operand.Literal is ArrayValue list && list.Items.All(IsNumber),
        Operator.Equals or Operator.NotEquals or Operator.Greater or Operator.GreaterOrEquals or Operator.Less or Operator.LessOrEquals => IsNumber(leaf.Operand.Literal),
        _ => false,
    };

    private static bool IsNumber(PolicyValue value) =>
        LiteralValues.IsExpression(value) || LiteralValues.Number(value) is not null;
}
