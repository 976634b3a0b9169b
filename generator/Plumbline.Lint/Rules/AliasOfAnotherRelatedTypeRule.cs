using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>An existence condition reads an alias of another resource type than the related one: it never has a value.</summary>
internal sealed class AliasOfAnotherRelatedTypeRule() : DefinitionRule("alias-of-another-related-type", LintSeverity.Warning, "An existence condition reads an alias of another type than details.type")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition)
    {
        if (definition.Then.TypedDetails is not ExistenceDetails { Type: TextValue { Value: var related } } || TemplateText.IsExpression(related)) return [];
        return
            from use in document.FieldUses
            where use.Site is { Part: RulePart.ExistenceCondition, Leaf.Subject: FieldSubject or FieldCountSubject } && use.IsField
            let type = document.TypeOfAlias(use.Name)
            where type is not null && !string.Equals(type, related, StringComparison.OrdinalIgnoreCase)
            select Finding(
                document,
                use.Token,
                $"'{use.Name}' is an alias of {type}, and the existence condition is about {related}: it has no value",
                $"use an alias of {related}");
    }
}
