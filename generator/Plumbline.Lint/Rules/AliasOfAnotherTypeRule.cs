using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>An alias belongs to another resource type than the condition on <c>type</c> lets through: it never has a value.</summary>
internal sealed class AliasOfAnotherTypeRule() : DefinitionRule("alias-of-another-type", LintSeverity.Warning, "An alias belongs to another resource type than the one that is tested")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        from use in document.FieldUses
        where use.Site is { Counts: 0, Part: RulePart.If }
        let type = document.TypeOfAlias(use.Name)
        where type is not null
        let wanted = TypeSets.Around(use.Site).FirstOrDefault(types => !types.Contains(type))
        where wanted is not null
        select Finding(
            document,
            use.Token,
            $"'{use.Name}' is an alias of {type}, and the rule is about {TypeSets.Describe(wanted)} here: it has no value",
            "use the alias of the tested type, or test the other type");
}
