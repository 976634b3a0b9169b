using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>A <c>tryGet</c> that finds nothing reads as the empty text.</summary>
internal sealed class TrygetUseWithNullCoercingOperatorRule() : DefinitionRule("tryget-use-with-null-coercing-operator", LintSeverity.Informational, "A tryGet that finds nothing reads as the empty text")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Leaf is { Subject: ValueSubject { Value.Literal: TextValue text } } leaf && TryGet.IsAllOf(text.Value) && OperatorTable.ReadsNullAsEmpty(leaf.Operator))
            .Select(site => Finding(
                document,
                site.Token,
                $"'value' is a tryGet(), and '{site.Keyword?.Name}' reads what it does not find as the empty text",
                "write coalesce(tryGet(...), '...') with the value that a missing property stands for"));
}
