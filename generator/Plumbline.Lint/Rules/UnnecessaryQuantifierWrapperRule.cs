using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A logical operator has one condition only.</summary>
internal sealed class UnnecessaryQuantifierWrapperRule() : DefinitionRule("unnecessary-quantifier-wrapper", LintSeverity.Informational, "A logical operator has one condition")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Conditions.Where(site => site.Condition is AllOfCondition or AnyOfCondition && site.Children.Count == 1)
            .Select(site => Finding(
                document,
                site.Keyword,
                $"'{site.Keyword?.Name}' has one condition: it is the condition itself",
                "write the condition alone")
                with { Fix = document.Replaced(site.Token, site.Children[0].Token) });
}
