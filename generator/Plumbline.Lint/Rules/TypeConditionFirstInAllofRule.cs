using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>The type is not the first that an <c>allOf</c> tests.</summary>
internal sealed class TypeConditionFirstInAllofRule() : DefinitionRule("type-condition-first-in-allof", LintSeverity.Informational, "The type is not tested first")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Conditions.Where(site => site.Condition is AllOfCondition && site.Children.Count > 0 && !site.Children[0].IsOnType)
            .Select(site => site.Children.FirstOrDefault(child => child.IsOnType))
            .OfType<ConditionSite>()
            .Select(type => Finding(
                document,
                type.Token,
                "the condition on 'type' is not the first of its 'allOf': readers learn late what the rule is about",
                "move it up"));
}
