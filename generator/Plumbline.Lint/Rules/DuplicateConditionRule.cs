using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A condition is given twice in the same <c>allOf</c> or <c>anyOf</c>.</summary>
internal sealed class DuplicateConditionRule() : DefinitionRule("duplicate-condition", LintSeverity.Warning, "A condition is given twice")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Conditions.Where(site => site.Condition is AllOfCondition or AnyOfCondition)
            .SelectMany(site => site.Children.GroupBy(child => child.Condition).SelectMany(same => same.Skip(1)))
            .Select(site => Finding(
                document,
                site.Token,
                "the same condition stands in the list already",
                "remove it, or correct what it was meant to compare") with { Fix = document.Removed(site.Token) });
}
