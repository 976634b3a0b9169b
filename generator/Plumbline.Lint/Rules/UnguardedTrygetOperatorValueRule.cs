using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>An operator is given a <c>tryGet</c> that may find nothing.</summary>
internal sealed class UnguardedTrygetOperatorValueRule() : DefinitionRule("unguarded-tryget-operator-value", LintSeverity.Error, "An operator is given a tryGet that may find nothing")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Leaf?.Operand.Literal is TextValue text && TryGet.IsAllOf(text.Value))
            .Select(site => Finding(
                document,
                site.Token,
                $"'{site.Keyword?.Name}' is given a tryGet(): when it finds nothing, the operator has no value and the evaluation fails",
                "write coalesce(tryGet(...), '...')"));
}
