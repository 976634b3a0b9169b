using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary><c>not</c> stands directly in <c>not</c>.</summary>
internal sealed class DoubleNegationRule() : DefinitionRule("double-negation", LintSeverity.Informational, "not stands in not")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Conditions.Where(site => site.Condition is NotCondition && IsOutermostNot(site.Parent))
            .Select(site => Finding(
                document,
                site.Parent?.Keyword,
                "'not' of 'not' is the condition itself",
                "write the condition alone") with { Fix = site.Parent is { } outer ? document.Replaced(outer.Token, site.Children[0].Token) : [] });

    // Of a longer chain the outer two go first; what is left is reported again.
    private static bool IsOutermostNot(ConditionSite? site) => site?.Condition is NotCondition && site.Parent?.Condition is not NotCondition;
}
